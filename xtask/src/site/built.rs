//! What is wrong with the pages that the generator wrote.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::workspace;

/// Attributes whose address is loaded when the page is shown. Those of `<a>` are only links.
const LOADED: [&str; 4] = ["script", "link", "img", "source"];

/// All faults of the pages of a site. Fails if a file cannot be read.
pub(super) fn faults(site: &Path) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let files = files(site)?;
    for page in files.iter().filter(|path| path.extension().is_some_and(|extension| extension == "html")) {
        let text = workspace::read(page)?;
        let name = page.strip_prefix(site).unwrap_or(page);
        // The page of an unknown address may be shown at any depth: its links begin at the top of the site.
        let is_for_any_address = name == Path::new("404.html");
        for (element, address) in addresses(&text) {
            if address.starts_with("//") || address.starts_with("http:") || address.starts_with("https:") {
                if LOADED.contains(&element) {
                    faults.push(format!("{}: loads {address}", name.display()));
                }
            } else if !is_for_any_address && leads_nowhere(site, page, address, &files) {
                faults.push(format!("{}: {address} is not there", name.display()));
            }
        }
    }
    for style in files.iter().filter(|path| path.extension().is_some_and(|extension| extension == "css")) {
        let text = workspace::read(style)?;
        if ["url(http", "url(\"http", "url('http", "url(//", "@import"].iter().any(|word| text.contains(word))
        {
            faults.push(format!("{}: loads something from another host", style.display()));
        }
    }
    Ok(faults)
}

fn leads_nowhere(site: &Path, page: &Path, address: &str, files: &BTreeSet<PathBuf>) -> bool {
    let path = address.split(['#', '?']).next().unwrap_or_default();
    if path.is_empty() || ["data:", "mailto:", "javascript:"].iter().any(|scheme| address.starts_with(scheme))
    {
        return false;
    }
    let mut target =
        if path.starts_with('/') { site.to_owned() } else { page.parent().unwrap_or(site).to_owned() };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(target.pop()),
            part => target.push(part),
        }
    }
    !files.contains(&target) && !files.contains(&target.join("index.html"))
}

/// The addresses in `href`, `src` and `srcset`, each with the name of its element.
fn addresses(html: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for tag in html.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let element = tag.split(|c: char| c.is_whitespace()).next().unwrap_or_default();
        // Where to find the page itself is no address that is loaded.
        if element == "link" && (tag.contains("canonical") || tag.contains("\"alternate\"")) {
            continue;
        }
        for attribute in [" href=", " src=", " srcset="] {
            let Some((_, value)) = tag.split_once(attribute) else { continue };
            let value = match value.strip_prefix('"') {
                Some(quoted) => quoted.split('"').next(),
                None => value.split(|c: char| c.is_whitespace()).next(),
            };
            found.extend(value.map(|address| (element, address)));
        }
    }
    found
}

/// All files below a directory.
fn files(directory: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut files = BTreeSet::new();
    let mut directories = vec![directory.to_owned()];
    while let Some(directory) = directories.pop() {
        let entries = std::fs::read_dir(&directory);
        for entry in entries.with_context(|| format!("cannot read {}", directory.display()))? {
            let path = entry.with_context(|| format!("cannot read {}", directory.display()))?.path();
            if path.is_dir() {
                directories.push(path);
            } else {
                files.insert(path);
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::{addresses, faults};
    use crate::workspace;

    #[test]
    fn addresses_are_found_with_their_elements() {
        let html = "<link rel=canonical href=https://x.org/><p>a > b</p><a class=c href=b.html#d>b</a><img src=\"c d.png\">";
        assert_eq!(addresses(html), [("a", "b.html#d"), ("img", "c d.png")]);
    }

    #[test]
    fn what_is_missing_or_from_elsewhere_is_found() {
        let site = tempfile::tempdir().unwrap();
        let page = "<a href=../b.html#x>b</a> <a href=https://example.com>e</a> <a href=gone.html>g</a> \
                    <script src=https://example.com/x.js></script><a href=#top>t</a>";
        workspace::write(&site.path().join("a/index.html"), page).unwrap();
        workspace::write(&site.path().join("b.html"), "<a href=a/>a</a><a href=a/index.html>a</a>").unwrap();
        workspace::write(&site.path().join("c.css"), "@import 'x';").unwrap();
        let faults = faults(site.path()).unwrap();
        assert_eq!(faults.len(), 3, "{faults:?}");
        assert!(faults[0].contains("gone.html") && faults[1].contains("x.js"), "{faults:?}");
    }
}
