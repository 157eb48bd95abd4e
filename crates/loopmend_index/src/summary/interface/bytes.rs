//! The serialization of an interface: its lists in sequence, each after its length. Most contents are
//! hashes, which no encoding can compress, so the bytes are only copied. The format is specific to the kind
//! of machine that wrote it.

use std::io::{self, Write};

use bytemuck::{AnyBitPattern, NoUninit, cast_slice, pod_collect_to_vec};

use super::{Extent, Inheritance, Interface, Units, Usages};
use crate::usage_counts::UsageCounts;

impl Interface {
    /// Writes the interface as bytes. [`Interface::all_of_bytes`] reads the bytes of several interfaces in
    /// sequence.
    ///
    /// # Errors
    /// Returns the errors of `to`.
    pub fn write_to(&self, to: &mut impl Write) -> io::Result<()> {
        let Self {
            extent:
                Extent {
                    definitions: tells_definitions,
                    bodies: tells_bodies,
                    calls_by_name: tells_calls_by_name,
                },
            rest,
            definitions,
            bodies,
            calls,
            steps,
            met,
            calls_by_name,
            usages,
            inheritance,
            members,
            plain_methods,
            awaited_names,
            async_properties,
            name_uses,
            set_attributes,
            quoted_words,
            attribute_hooks,
            mentions,
        } = self;
        write_list(
            to,
            &[tells_definitions, tells_bodies, tells_calls_by_name].map(|tells| u8::from(*tells)),
        )?;
        write_list(to, &[*rest])?;
        for Units { names, contents, ends, mentions } in [definitions, bodies, calls, steps] {
            write_list(to, names)?;
            write_list(to, contents)?;
            write_list(to, ends)?;
            write_list(to, mentions)?;
        }
        write_list(to, met)?;
        write_list(to, calls_by_name)?;
        write_list(to, &map(usages, |usages| usages.key))?;
        write_list(to, &map(usages, |usages| [usages.counts.awaited, usages.counts.not_awaited]))?;
        write_list(to, &map(inheritance, |edge| [edge.class, edge.base]))?;
        write_list(to, members)?;
        write_list(to, plain_methods)?;
        write_list(to, awaited_names)?;
        write_list(to, async_properties)?;
        write_list(to, name_uses)?;
        write_list(to, set_attributes)?;
        write_list(to, quoted_words)?;
        write_list(to, &[*attribute_hooks])?;
        write_list(to, mentions)
    }

    /// Returns the interfaces that were written as these bytes, or `None` if the bytes are not valid.
    pub fn all_of_bytes(mut bytes: &[u8]) -> Option<Vec<Self>> {
        let mut interfaces = Vec::new();
        while !bytes.is_empty() {
            interfaces.push(Self::read(&mut bytes)?);
        }
        Some(interfaces)
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let extent: Vec<u8> = list(bytes)?;
        let [definitions, bodies, calls_by_name] = extent.first_chunk()?.map(|tells| tells != 0);
        let extent = Extent { definitions, bodies, calls_by_name };
        let rest = list(bytes)?;
        let [definitions, bodies, calls, steps] =
            [units(bytes)?, units(bytes)?, units(bytes)?, units(bytes)?];
        let met = list(bytes)?;
        let calls_by_name = list(bytes)?;
        let (keys, counts): (Vec<u64>, Vec<[u32; 2]>) = (list(bytes)?, list(bytes)?);
        let usages = keys.into_iter().zip(counts).map(|(key, [awaited, not_awaited])| Usages {
            key,
            counts: UsageCounts { awaited, not_awaited },
        });
        let edges: Vec<[u32; 2]> = list(bytes)?;
        Some(Self {
            extent,
            rest: *rest.first()?,
            definitions,
            bodies,
            calls,
            steps,
            met,
            calls_by_name,
            usages: usages.collect(),
            inheritance: map(&edges, |[class, base]| Inheritance { class: *class, base: *base }),
            members: list(bytes)?,
            plain_methods: list(bytes)?,
            awaited_names: list(bytes)?,
            async_properties: list(bytes)?,
            name_uses: list(bytes)?,
            set_attributes: list(bytes)?,
            quoted_words: list(bytes)?,
            attribute_hooks: *list(bytes)?.first()?,
            mentions: list(bytes)?,
        })
    }
}

fn map<T, U>(all: &[T], each: impl Fn(&T) -> U) -> Vec<U> {
    all.iter().map(each).collect()
}

fn write_list<T: NoUninit>(to: &mut impl Write, list: &[T]) -> io::Result<()> {
    to.write_all(&(list.len() as u32).to_ne_bytes())?;
    to.write_all(cast_slice(list))
}

fn list<T: NoUninit + AnyBitPattern>(bytes: &mut &[u8]) -> Option<Vec<T>> {
    let (length, rest) = bytes.split_first_chunk()?;
    let length = u32::from_ne_bytes(*length) as usize * size_of::<T>();
    let (list, rest) = rest.split_at_checked(length)?;
    *bytes = rest;
    Some(pod_collect_to_vec(list))
}

fn units(bytes: &mut &[u8]) -> Option<Units> {
    let units =
        Units { names: list(bytes)?, contents: list(bytes)?, ends: list(bytes)?, mentions: list(bytes)? };
    let is_whole = units.contents.len() == units.names.len()
        && units.ends.len() == units.names.len()
        && units.ends.is_sorted()
        && units.ends.last().copied().unwrap_or_default() as usize == units.mentions.len();
    is_whole.then_some(units)
}
