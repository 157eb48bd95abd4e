"""Puts together what the documentation site is generated from.

    python3 assemble.py ROOT LOOPMEND TARGET

ROOT is the repository, LOOPMEND the built program, TARGET an empty directory. It gets `zensical.toml` and `docs`: the
pages of `docs/`, a page for each rule, and the parts of `configuration.md`, `command-line.md` and `rules.md` that the
program knows best.
"""

import inspect
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

GROUPS = {
    "0": "loopmend itself",
    "1": "Coroutines and tasks",
    "2": "Event loops",
    "3": "Test suites",
    "5": "Blocked event loops, locks and shared state",
}
# Pages of the repository that stand outside of docs/, and where they stand on the site.
OUTSIDE = {
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
    "ARCHITECTURE.md": "dev/architecture.md",
    "CONTRIBUTING.md": "dev/contributing.md",
}
LEVELS = {"ignore": "off by default", "warn": "warning", "error": "error"}
FIXES = {"never": "no", "sometimes": "sometimes", "always": "yes"}

# An assertion of a rule's page, in Python and in configuration files.
ASSERTION = re.compile(r"\s*#\s(?:error|warn)(?:$|:\s.*|\s#.*)")
REVEAL = re.compile(r"\s*#\sreveal:\s.*")
FENCE = re.compile(r"^```(.*)$")
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")
CAPTION = re.compile(r"^`([^`]+)`:$")


class Program:
    """The program, asked for what it knows."""

    def __init__(self, binary):
        self.binary = binary

    def printed(self, *arguments):
        command = [self.binary, *arguments]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout

    def rules(self):
        return json.loads(self.printed("rules", "--output-format", "json"))

    def commands(self):
        listed = self.printed("--help").partition("\nCommands:\n")[2].partition("\n\n")[0]
        return [name for name in re.findall(r"^  (\w+)", listed, re.MULTILINE) if name != "help"]


def first_sentence(text):
    """The first sentence of a summary, on one line."""
    line = " ".join(text.split())
    return re.split(r"(?<=[.:])\s", line, maxsplit=1)[0].rstrip(".:")


# The pages of rules


def rule_page(rule, files):
    """The page of a rule, as people read it. `files` has the file names of all rules' pages."""
    lines = iter(rule["documentation"].splitlines())
    page = []
    language, file, caption = "python", None, None
    for line in lines:
        if fence := FENCE.match(line):
            block = []
            for inner in lines:
                if inner == "```":
                    break
                block.append(inner)
            named, caption = caption, None
            kind = fence[1].split()[0] if fence[1] else ""
            if kind == "witness":
                continue
            if kind == "fixed":
                named = f"{file}, fixed" if file else "Fixed"
            elif kind != "installed":
                language, file = kind, named
            page += code_block(kind, language, named, block)
            continue
        if found := CAPTION.match(line):
            caption = found[1]
            continue
        if line:
            caption = None
        page.append(re.sub(r"^(?:example|witness) none: (.)", lambda match: match[1].upper(), line))
    text = "\n".join(page).rstrip() + "\n"
    facts = [
        f"**{rule['code']}**",
        f"level: {LEVELS[rule['level']]}",
        f"fix: {FIXES[rule['fix']]}",
        f"since {rule['since']}",
    ]
    heading = f"# {rule['name']} ({rule['code']})\n"
    assert text.startswith(heading), f"{rule['name']} has another heading"
    text = text.replace(heading, f"{heading}\n{' · '.join(facts)}\n", 1)
    for stem, name in files.items():
        text = text.replace(f"](../{stem}/page.md", f"]({name}.md")
    return text


def code_block(kind, language, caption, block):
    """A block of code without the assertions that it is tested by; lines with a finding are marked."""
    if kind == "installed":
        return ["Installed:", "", "```text", *block, "```"]
    shown, marked, is_next = [], [], False
    for line in block:
        bare = REVEAL.sub("", ASSERTION.sub("", line))
        if bare == line:
            shown.append(line)
            if is_next and line.strip():
                marked.append(len(shown))
                is_next = False
        elif bare.strip():
            shown.append(bare)
            if ASSERTION.search(line):
                marked.append(len(shown))
        else:
            is_next = True
    language = {"fixed": language, "pyi": "python", "txt": "text"}.get(kind, kind)
    head = f"```{language}"
    if caption:
        head += f' title="{caption}"'
    if marked and kind != "fixed":
        head += f' hl_lines="{" ".join(map(str, marked))}"'
    return [head, *shown, "```"]


def rule_tables(rules):
    """A table of the rules of each group."""
    text = ""
    for digit, title in GROUPS.items():
        text += f"## {title}\n\n| rule | level | fix | what it reports |\n| --- | --- | --- | --- |\n"
        for rule in rules:
            if rule["code"][2] == digit:
                summary = first_sentence(rule["summary"]).replace("|", "\\|")
                summary = re.sub(r"^(?:Checks for|Reports,?) ", "", summary)
                text += (
                    f"| [{rule['name']}](rules/{rule['name']}.md) {rule['code']} | {LEVELS[rule['level']]} "
                    f"| {FIXES[rule['fix']]} | {summary} |\n"
                )
        text += "\n"
    return text


# What the program knows best


def command_line(program):
    """The help of each command, with its options as a list."""
    text = "## Options of each command\n\nFrom `loopmend help COMMAND`.\n"
    for command in program.commands():
        text += f"\n### loopmend {command}\n\n{readable_help(program.printed('help', command), with_global=False)}"
    general = readable_help(program.printed("--help"), with_global=True)
    return (
        text + "\n### Options of all commands\n\n" + general.partition("**Global options**\n\n")[2].partition("\n**")[0]
    )


def readable_help(text, with_global):
    """What the program prints as help, as Markdown."""
    parts = re.split(r"^([A-Z][\w ,]*):$", text.rstrip(), flags=re.MULTILINE)
    summary, usage = parts[0].partition("\nUsage: ")[::2]
    page = f"{summary.strip()}\n\n```text\n{usage.strip()}\n```\n"
    for title, body in zip(parts[1::2], parts[2::2], strict=True):
        if title == "Global options" and not with_global:
            continue
        options = re.findall(r"^ {2,6}((?:-|\[|<)\S.*)\n((?:(?: {10}.*)?\n?)*)", body, re.MULTILINE)
        if title == "Usage" or (options and title == "Commands"):
            continue
        if options:
            lines = [f"- `{name}`: {option(meaning)}\n" for name, meaning in options if not name.startswith("-h, ")]
            body = "".join(lines)
        else:
            body = inspect.cleandoc(body) + "\n"
            # Columns and commands stay as they are; everything else is sentences.
            if re.search(r"\S  +\S|^(?: |loopmend )", body, re.MULTILINE):
                body = f"```text\n{body}```\n"
        if body:
            page += f"\n**{title}**\n\n{body}"
    return page


def option(meaning):
    """What an option means, in one paragraph and a list of its values."""
    words, _, values = inspect.cleandoc(meaning).partition("\nPossible values:\n")
    listed = re.findall(r"^- ([\w-]+):\s*(.*(?:\n  .*)*)", values, re.MULTILINE)
    default = re.search(r"^\[default: .*\]$", values, re.MULTILINE)
    text = " ".join(words.split())
    if listed:
        text += ". " + "; ".join(f"`{value}`: {' '.join(meaning.split())}" for value, meaning in listed)
    return text + (f" {default[0]}" if default else "")


def configuration(schema):
    """The keys of the JSON schema."""
    text = "## All keys\n\nFrom the JSON schema:\n\n| key | meaning |\n| --- | --- |\n"
    for name, key in rows(schema, schema, ""):
        meaning = " ".join(key.get("description", "").split()).replace("|", "\\|")
        text += f"| `{name}` | *{kind(schema, key)}.* {meaning} |\n"
    return text


def rows(schema, table, prefix):
    for name, key in table["properties"].items():
        inner = schema["$defs"].get(key.get("$ref", "").rpartition("/")[2], {})
        item = schema["$defs"].get(key.get("items", {}).get("$ref", "").rpartition("/")[2], {})
        yield prefix + name, {**inner, **key}
        for part in (inner, item):
            if "properties" in part and not name.startswith("rules"):
                yield from rows(schema, part, f"{prefix}{name}.")


def kind(schema, key):
    names = {"object": "table", "array": "list"}
    if "items" in key:
        item = key["items"]
        item = schema["$defs"][item["$ref"].rpartition("/")[2]] if "$ref" in item else item
        if "oneOf" in item:
            return "list of " + ", ".join(f"`{one['const']}`" for one in item["oneOf"])
        return f"list of {names.get(item['type'], item['type'])}s"
    if "enum" in key:
        return ", ".join(f"`{value}`" for value in key["enum"])
    return names.get(key.get("type", ""), key.get("type", ""))


# The pages of docs/


def relinked(text, page, root, rules, place=None):
    """A page whose links lead to pages of the site; what is not on the site is named and not linked.

    `place` is where the page stands on the site, below `docs`, if that is elsewhere than in the repository.
    """
    docs = root / "docs"
    place = place or page.relative_to(docs).as_posix()

    def link(match):
        mark, words, target = match.groups()
        path, _, anchor = target.partition("#")
        if not path or ":" in path:
            return match[0]
        file = Path(os.path.normpath(page.parent / path))
        if file.parents[1] == root / "crates/loopmend_rules/src/rules" and file.parent.name in rules:
            goal = f"rules/{rules[file.parent.name]}.md"
        elif file.name in OUTSIDE and file.parent == root:
            goal = OUTSIDE[file.name]
        elif docs in file.parents:
            goal = file.relative_to(docs).as_posix()
        else:
            return words
        goal = os.path.relpath(goal, os.path.dirname(place) or ".")
        return f"{mark}[{words}]({goal}{'#' + anchor if anchor else ''})"

    return outside_of_code(text, lambda part: LINK.sub(link, part))


def with_links_to_rules(text, names):
    """`[LM101, LM110](…rules.md)` leads to the page of each."""

    def codes(match):
        links = (f"[{code}]({match[2]}rules/{names[code]}.md)" for code in match[1].split(", "))
        return ", ".join(links)

    return re.sub(r"\[(LM\d{3}(?:, LM\d{3})*)\]\(((?:\.\./)*)rules\.md\)", codes, text)


def outside_of_code(text, change):
    parts = re.split(r"(^```.*?^```$)", text, flags=re.MULTILINE | re.DOTALL)
    return "".join(part if part.startswith("```") else change(part) for part in parts)


def with_titles(text):
    """A block after a line of its own with a path in backquotes has that path as its title."""
    text = re.sub(r"^`([^`\n]+)`:\n\n?```(\w+)$", r'```\2 title="\1"', text, flags=re.MULTILINE)
    # Anchors of the error texts become those of the headings behind them.
    text = re.sub(r'^<a id="([^"]+)"></a>\n\n(#+ .*)$', r"\2 {#\1}", text, flags=re.MULTILINE)
    return re.sub(r'<a id="([^"]+)"></a>', r"[](){#\1}", text)


def pages_of(directory, docs):
    """The entries of the navigation for the pages of a directory, `index.md` first."""
    files = sorted((docs / directory).glob("*.md"), key=lambda path: (path.stem != "index", path.stem))
    return [path.relative_to(docs).as_posix() for path in files]


def main(root, binary, target):
    program = Program(binary)
    rules = program.rules()
    files = {f"{rule['code'].lower()}_{rule['name'].replace('-', '_')}": rule["name"] for rule in rules}
    names = {rule["code"]: rule["name"] for rule in rules}
    docs = target / "docs"
    # Pages link to the data files of these directories.
    linked_data = (root / "docs/lab", root / "docs/lab/draws")

    for source in sorted((root / "docs").rglob("*")):
        to = docs / source.relative_to(root / "docs")
        if source.suffix in (".svg", ".png") or (source.suffix == ".json" and source.parent in linked_data):
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, to)
        elif source.suffix == ".md":
            text = source.read_text("utf-8")
            text = text.replace("<!-- help -->\n", command_line(program))
            text = text.replace("<!-- schema -->\n", configuration(json.loads(program.printed("schema"))))
            text = text.partition("\nIn the repository, ")[0].rstrip() + "\n"
            # Links to pages that only the site has are made last.
            text = with_links_to_rules(relinked(text, source, root, files), names)
            text = text.replace("<!-- rules -->\n", rule_tables(rules))
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_text(with_titles(text), "utf-8")
    for name, place in OUTSIDE.items():
        text = relinked((root / name).read_text("utf-8"), root / name, root, files, place)
        (docs / place).write_text(text, "utf-8")
    (docs / "rules").mkdir()
    for rule in rules:
        page = rule_page(rule, files)
        for left in ("```fixed", "```witness", "```installed", "# error:", "# warn:"):
            assert left not in page, f"{rule['name']}: `{left}` is left"
        (docs / "rules" / f"{rule['name']}.md").write_text(page, "utf-8")

    settings = (root / "xtask/src/site/zensical.toml").read_text("utf-8")
    navigation = {
        "rules": [
            {
                f"{digit}xx {title}": [
                    {rule["name"]: f"rules/{rule['name']}.md"} for rule in rules if rule["code"][2] == digit
                ]
            }
            for digit, title in GROUPS.items()
        ],
        **{name: pages_of(name, docs) for name in ("errors", "patterns", "reports", "lab", "dev")},
    }
    for name, entries in navigation.items():
        marker = re.compile(rf"^ *# nav: {name}\n", re.MULTILINE)
        assert marker.search(settings), f"zensical.toml has no `# nav: {name}`"
        settings = marker.sub(
            lambda _, entries=entries: "".join(f"    {toml(entry)},\n" for entry in entries), settings
        )
    for page in re.findall(r'"([^"]+\.md)"', settings):
        assert (docs / page).is_file(), f"zensical.toml names {page}, which is not there"
    (target / "zensical.toml").write_text(settings, "utf-8")


def toml(value):
    """A value of the navigation as TOML on one line."""
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return "{ " + ", ".join(f"{json.dumps(key)} = {toml(inner)}" for key, inner in value.items()) + " }"


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2], Path(sys.argv[3]).resolve())
