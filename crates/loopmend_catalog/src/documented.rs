//! The documented name behind an origin: `sqlalchemy.ext.asyncio.AsyncEngine.begin` for
//! `sqlalchemy.ext.asyncio.create_async_engine().begin`.

use crate::{Entry, entry};

/// The documented name of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Documented {
    /// The dotted name of a function, class, method or module.
    pub name: String,
    /// Whether the value is an instance of the class with this name.
    pub is_instance: bool,
}

impl Documented {
    /// Returns the entry of the name.
    pub fn entry(&self) -> Option<&'static Entry> {
        entry(&self.name)
    }

    /// Returns the entry of the class of which the value is an instance.
    pub fn class(&self) -> Option<&'static Entry> {
        self.entry().filter(|_| self.is_instance)
    }
}

/// Returns the documented name of an origin, a dotted name in which `()` marks a call. Returns `None` if it is not known what one of
/// the calls gives.
pub fn documented(origin: &str) -> Option<Documented> {
    let mut found = Documented { name: String::new(), is_instance: false };
    for part in origin.split('.') {
        let name = part.trim_end_matches("()");
        let calls = (part.len() - name.len()) / "()".len();
        if !found.name.is_empty() {
            found.name.push('.');
        }
        found.name.push_str(name);
        found.is_instance = false;
        for _ in 0..calls {
            found = called(&found)?;
        }
        let Some(known) = entry(&found.name) else { continue };
        match known.holds.filter(|_| calls == 0) {
            Some(class) => found = Documented { name: class.to_owned(), is_instance: true },
            None => found.name.replace_range(.., &known.name),
        }
    }
    Some(found)
}

/// Returns what a call gives.
fn called(callee: &Documented) -> Option<Documented> {
    let name = match callee.is_instance {
        true => format!("{}.__call__", callee.name),
        false => callee.name.clone(),
    };
    let made = entry(&name).and_then(|known| known.makes).map(str::to_owned);
    let name = made.or_else(|| is_class(&name).then_some(name))?;
    Some(Documented { name, is_instance: true })
}

/// Returns whether a dotted name is that of a class: its last part begins with a capital letter, or its instances can be called.
fn is_class(name: &str) -> bool {
    name.rsplit('.').next().is_some_and(|last| last.starts_with(char::is_uppercase))
        || entry(&format!("{name}.__call__")).is_some()
}

#[cfg(test)]
mod tests {
    use super::documented;

    #[test]
    fn calls_lead_to_the_class_of_what_they_give() {
        let named = |origin: &str| documented(origin).map(|found| (found.name, found.is_instance));
        let engine = "sqlalchemy.ext.asyncio.AsyncEngine";
        assert_eq!(named("sqlalchemy.ext.asyncio.create_async_engine()"), Some((engine.to_owned(), true)));
        assert_eq!(
            named("sqlalchemy.ext.asyncio.create_async_engine().dispose"),
            Some((format!("{engine}.dispose"), false))
        );
        let session = "sqlalchemy.ext.asyncio.AsyncSession";
        assert_eq!(named("sqlalchemy.ext.asyncio.async_sessionmaker()()"), Some((session.to_owned(), true)));
        assert_eq!(named("somewhere.Client()"), Some(("somewhere.Client".to_owned(), true)));
        assert_eq!(named("somewhere.make()"), None);
        assert_eq!(named("somewhere.make"), Some(("somewhere.make".to_owned(), false)));
    }
}
