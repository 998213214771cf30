"""Checks each report format by the rules of those who read it, and that it tells the findings that JSON tells.

usage: check.py PMLINT ROOT
"""
import collections, csv, json, os, pathlib, re, subprocess, sys, tempfile, urllib.parse
import xml.etree.ElementTree as ElementTree

import jsonschema, junitparser

HERE = pathlib.Path(__file__).resolve().parent
PMLINT, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
SCHEMA = ROOT.parent / "shared" / "data" / "sarif-schema-2.1.0.json"
SARIF = pathlib.Path(sys.executable).parent / "sarif"
FORMATS = ["concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown", "text"]

Place = collections.namedtuple("Place", "path line column severity rule message")
checks = collections.Counter()


def expect(condition, name, detail=""):
    """One check; what fails ends the run."""
    if not condition:
        sys.exit(f"formats: {name}: {str(detail)[:2000]}")
    checks[name.split(":")[0]] += 1


class Folder:
    """A repository with reports that are hard on formats."""

    def __init__(self, path):
        self.path = path
        subprocess.run(["git", "init", "-q", path], check=True)
        fixtures = ROOT / "Fixtures" / "Postmortems"
        for file in sorted(fixtures.glob("*.md")):
            self.write(f"reports/{file.name}", file.read_bytes())
        outage = (fixtures / "checkout-outage.md").read_bytes()
        for name in ["two words, a%20:b;=#?.md", "日本 é.md", "tab\there\nand line.md", 'q"<&>\'].md', "a\\b|c`d*.md",
                     "::error file=x::y.md", "@someone #1.md", "\x1b[31m.md", "\ufffe.md"]:
            self.write(f"odd/{name}", outage)
        emoji = outage.replace(b"- 9:05 AM", "- 👩‍💻 🎉 9:05 AM".encode()).replace(b"Human error", "Ä 🎉 Human error".encode())
        self.write("text/emoji.md", emoji)
        self.write("text/bom.md", b"\xef\xbb\xbf" + emoji)
        self.write("text/crlf.md", emoji.replace(b"\n", b"\r\n"))
        self.write("text/cr.md", emoji.replace(b"\n", b"\r"))
        self.write("text/invalid.md", outage.replace(b"Human error", b"\xff\xc3 Human error") + b"\xf0\x9f")
        self.write("text/control.md", outage.replace(b"Improve the doc", b"Improve \x1b[31m the |`<b>@x ]]> \x00 doc"))
        self.write("text/twice.md", outage + b"\n\n" + outage)
        self.write("text/one-line.md", outage.replace(b"\n", b" "))
        self.write("text/empty.md", b"")
        self.write("text/suppressed.md", b"<!-- pmlint-disable tasks -- \"the\" <vendor> | decides -->\n" + outage)
        self.write("text/binary.md", b"\x00\x01\xff\xfe\x80")

    def write(self, name, content):
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def run(self, *arguments, folder=".", environment={}):
        done = subprocess.run([PMLINT, *arguments], cwd=self.path / folder, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, env={"PATH": os.environ["PATH"], **environment})
        expect(done.returncode in (0, 1, 2), "run", (arguments, done.returncode, done.stderr))
        return done.stdout.decode()

    def line(self, path, number):
        """A line's text without a byte-order mark, as it is decoded by everybody."""
        text = (self.path / path).read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
        return re.split(r"\r\n|\r|\n", text)[number - 1]


def shown(text):
    """As it is where control characters are written out."""
    return re.sub("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\u200e\u200f\u061c]", lambda m: f"\\u{{{ord(m[0]):x}}}", text)


def in_xml(text):
    """As it is where only characters that XML does not have are written out."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]", lambda m: f"\\u{{{ord(m[0]):x}}}", text)


def same(found, expected, name):
    missing, more = collections.Counter(expected), collections.Counter(found)
    expect(missing == more, f"{name}: tells what JSON tells", f"missing {(missing - more)}, more {(more - missing)}")


CONCISE = re.compile(r"(.*):(\d+):(\d+): (error|warning|info): (.*) \[([a-z-]+)\]$")


def concise(lines):
    for line in lines:
        if match := CONCISE.match(line):
            path, number, column, severity, message, rule = match.groups()
            yield Place(path, int(number), int(column), severity, rule, message)


def check_concise(report, expected, folder):
    lines = report.splitlines()
    expect(len(lines) == len(expected) + 1, "concise: one line a finding", len(lines))
    same(concise(lines), [e._replace(path=shown(e.path), message=shown(e.message)) for e in expected], "concise")


def check_text(report, expected, folder):
    found, path = [], None
    for line in report.splitlines():
        if match := re.match(r"  (\d+):(\d+)  (error|warning|info)  (.*)  ([a-z-]+)$", line):
            found.append(Place(path, int(match[1]), int(match[2]), match[3], match[5], match[4]))
        elif line and not line.startswith(" "):
            path = line
    same(found, [e._replace(path=shown(e.path), message=shown(e.message)) for e in expected], "text")


def check_jsonl(report, expected, folder):
    rows = [json.loads(line) for line in report.split("\n")[:-1]]
    same([place(row) for row in rows], expected, "jsonl")


def place(row):
    return Place(row["path"], row["line"], row["column"], row["severity"], row["rule"], row["message"])


def line_hashes(content):
    """GitHub's, by their definition: the sum over each line's 100 units, not rolled."""
    text = re.sub("\r\n?", "\n", content.decode("utf-8", "replace"))
    units = [u for u in memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H") if u not in (0x20, 0x09)] + [65535]
    starts = [0] + [i + 1 for i, unit in enumerate(units[:-1]) if unit == 0x0A]
    units += [0] * 100
    counts, hashes = collections.Counter(), []
    for start in starts:
        value = sum(unit * 37 ** (99 - i) for i, unit in enumerate(units[start:start + 100])) % 2 ** 64
        counts[value] += 1
        hashes.append(f"{value:x}:{counts[value]}")
    return hashes


def check_sarif(report, expected, folder, hidden=0, unreadable=2):
    document = json.loads(report)
    if SCHEMA.exists():
        jsonschema.Draft7Validator(json.loads(SCHEMA.read_text())).validate(document)
        expect(True, "sarif: the official schema")
    run, = document["runs"]
    rules = run["tool"]["driver"]["rules"]
    expect(document["version"] == "2.1.0" and run["columnKind"] == "utf16CodeUnits", "sarif: head")
    check_rules(rules)
    found, prints, hashes, suppressed = [], set(), {}, 0
    for result in run["results"]:
        location, = result["locations"]
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        expect(re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri) and uri[0] != "/" and "/../" not in uri, "sarif: uri", uri)
        path, region = urllib.parse.unquote(uri), location["physicalLocation"]["region"]
        expect(rules[result["ruleIndex"]]["id"] == result["ruleId"], "sarif: rule of a result", result)
        expect(result["message"]["text"].strip(), "sarif: message", result)
        own = result["partialFingerprints"]
        hashes.setdefault(path, line_hashes((folder.path / path).read_bytes()))
        expect(own["primaryLocationLineHash"] == hashes[path][region["startLine"] - 1], "sarif: GitHub's line hash", result)
        expect(own["pmlint/v1"] not in prints, "sarif: own fingerprint is unique", result)
        prints.add(own["pmlint/v1"])
        check_fixes(result, folder, path)
        if result["suppressions"]:
            suppressed += 1
            continue
        start = folder.line(path, region["startLine"]).encode("utf-16-le")[:2 * (region["startColumn"] - 1)]
        level = {"error": "error", "warning": "warning", "note": "info"}[result["level"]]
        message = re.split(r"\.\n\n", result["message"]["text"])[0]
        found.append(Place(path, region["startLine"], len(start.decode("utf-16-le")) + 1, level, result["ruleId"], message))
    same(found, expected, "sarif")
    expect(suppressed == hidden, "sarif: suppressions", (suppressed, hidden))
    notifications = run["invocations"][0]["toolExecutionNotifications"]
    expect(len(notifications) == unreadable, "sarif: notifications", notifications)
    expect(run["invocations"][0]["executionSuccessful"] == (unreadable == 0), "sarif: success")
    return run


def check_rules(rules):
    """What GitHub demands of rules."""
    for rule in rules:
        for name in ["shortDescription", "fullDescription", "help"]:
            expect(0 < len(rule[name]["text"].strip()) and (name == "help" or len(rule[name]["text"]) <= 1024), "sarif: rule", rule)
        page = (ROOT / "Sources" / "PostmortemRules" / "Pages" / f"{rule['id']}.md").read_text()
        expect(rule["help"]["markdown"] == page, "sarif: help is the page", rule["id"])
        expect(rule["defaultConfiguration"]["level"] in ("error", "warning", "note"), "sarif: level", rule)
        properties = rule["properties"]
        expect(properties["precision"] in ("very-high", "high", "medium", "low"), "sarif: precision", rule)
        expect(properties["problem.severity"] in ("error", "warning", "recommendation"), "sarif: problem.severity", rule)
        expect(0 < len(properties["tags"]) <= 10 and "security-severity" not in properties, "sarif: tags", rule)
    expect(len({rule["id"] for rule in rules}) == len(rules), "sarif: rules are unique")


def check_fixes(result, folder, path):
    for fix in result.get("fixes", []):
        for change in fix["artifactChanges"]:
            for edit in change["replacements"]:
                region = edit["deletedRegion"]
                line = folder.line(path, region["endLine"])
                expect(region["endColumn"] - 1 <= len(line.encode("utf-16-le")) // 2, "sarif: a fix inside its line", result)


def check_github(report, expected, folder):
    found, ranks = [], []
    names = {"\n".join(map(shown, e.path.split("\n"))): e.path for e in expected}
    for line in report.split("\n")[:-1]:
        head, message = re.fullmatch(r"::(\w+ [^\r\n]*?)::([^\r\n]*)", line).groups()
        command, _, rest = head.partition(" ")
        plain = lambda text, marks: re.sub(f"%({'|'.join(marks)})", lambda m: chr(int(m[1], 16)), text)
        values = dict(item.split("=", 1) for item in rest.split(","))
        values = {key: plain(value, ["25", "0D", "0A", "3A", "2C"]) for key, value in values.items()}
        # Control characters but line ends are written out.
        values["file"] = names.get(values["file"], values["file"])
        ranks.append(["error", "warning", "notice"].index(command))
        if values["title"] == "unreadable":
            continue
        expect(("col" in values) == (values["line"] == values["endLine"]), "github: columns on one line only", line)
        start = folder.line(values["file"], int(values["line"])).encode("utf-16-le")[:2 * (int(values.get("col", 1)) - 1)]
        severity = {"error": "error", "warning": "warning", "notice": "info"}[command]
        message = plain(message, ["25", "0D", "0A"]).split("\n")[0]
        found.append(Place(values["file"], int(values["line"]), len(start.decode("utf-16-le")) + 1, severity, values["title"], message))
    expect(ranks == sorted(ranks), "github: the worst come first")
    same(found, [e._replace(message=shown(e.message)) for e in expected], "github")


def check_gitlab(report, expected, folder):
    issues = json.loads(report)
    schema = {"type": "array", "items": {
        "type": "object", "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1}, "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 16},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {"type": "object", "required": ["path", "lines"], "properties": {
                "path": {"type": "string", "pattern": r"^(?!/|\./)"},
                "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}}}}}}}
    jsonschema.validate(issues, schema)
    expect(len({i["fingerprint"] for i in issues}) == len(issues), "gitlab: fingerprints are unique")
    severities = {"info": "info", "minor": "warning", "major": "error"}
    begin = lambda i: i["location"]["positions"]["begin"]
    same([Place(i["location"]["path"], i["location"]["lines"]["begin"], begin(i)["column"], severities[i["severity"]],
                i["check_name"], i["description"]) for i in issues if i["check_name"] != "unreadable"], expected, "gitlab")


def xmllint(report, *arguments):
    done = subprocess.run(["xmllint", "--noout", *arguments, "-"], input=report.encode(), stderr=subprocess.PIPE)
    expect(done.returncode == 0, "xmllint", done.stderr.decode())


def check_junit(report, expected, folder):
    xmllint(report, "--schema", HERE / "junit.xsd")
    texts, clean = [], 0
    for suite in junitparser.JUnitXml.fromstring(report.encode()):
        cases = list(suite)
        kinds = [type(r).__name__ for case in cases for r in case.result]
        expect((len(cases), kinds.count("Failure"), kinds.count("Error")) == (suite.tests, suite.failures, suite.errors), "junit: counts", suite.name)
        expect(cases, "junit: a case for each file", suite.name)
        clean += sum(1 for case in cases if case.name == "pmlint" and not case.result)
        for case in cases:
            texts += [r.text for r in case.result if type(r).__name__ == "Failure"] + [case.system_out or ""]
    files = {e.path for e in expected}
    expect(clean > 0 or not files, "junit: a clean file has a case that passed")
    same(concise("\n".join(texts).split("\n")),
         [e._replace(path=in_xml(shown(e.path)), message=in_xml(shown(e.message))) for e in expected], "junit")


def check_checkstyle(report, expected, folder):
    xmllint(report)
    root = ElementTree.fromstring(report.encode())
    expect(root.tag == "checkstyle" and root.get("version"), "checkstyle: root")
    found = []
    for file in root:
        for error in file:
            rule = error.get("source").removeprefix("pmlint.")
            if rule != "unreadable":
                found.append(Place(file.get("name"), int(error.get("line")), int(error.get("column")), error.get("severity"), rule, error.get("message")))
    same(found, [e._replace(path=in_xml(e.path), message=in_xml(e.message)) for e in expected], "checkstyle")


def check_rdjson(report, expected, folder):
    position = {"required": ["line"], "properties": {n: {"type": "integer", "minimum": 1} for n in ["line", "column"]}}
    range_ = {"required": ["start"], "properties": {"start": position, "end": position}}
    diagnostic = {
        "required": ["message", "location"], "additionalProperties": False, "properties": {
            "message": {"type": "string"}, "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
            "location": {"required": ["path"], "properties": {"path": {"type": "string"}, "range": range_}},
            "code": {"required": ["value"]}, "suggestions": {"items": {"required": ["range", "text"], "properties": {"range": range_}}}}}
    document = json.loads(report)
    jsonschema.validate(document, {"required": ["source", "diagnostics"], "properties": {"diagnostics": {"items": diagnostic}}})
    found = []
    for item in document["diagnostics"]:
        if item["code"]["value"] == "unreadable":
            continue
        start = item["location"]["range"]["start"]
        raw = re.split(rb"\r\n|\r|\n", (folder.path / item["location"]["path"]).read_bytes().removeprefix(b"\xef\xbb\xbf"))
        before = raw[start["line"] - 1][:start["column"] - 1].decode("utf-8", "replace")
        found.append(Place(item["location"]["path"], start["line"], len(before) + 1, item["severity"].lower(), item["code"]["value"],
                           item["message"].split("\n")[0]))
    same(found, expected, "rdjson")


def check_markdown(report, expected, folder):
    plain = lambda text: re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text.replace("@<!-- -->", "@"))
    found, path = [], None
    for line in report.split("\n"):
        if line.startswith("### "):
            path = plain(line[4:])
        cells = re.split(r"(?<!\\)(?:\\\\)*\|", line)
        if line.startswith("| ") and ":" in cells[1]:
            number, column = cells[1].strip().split(":")
            found.append(Place(path, int(number), int(column), cells[2].strip(), cells[-2].strip(), plain(" | ".join(cells[3:-2])[1:-1])))
    same(found, [e._replace(path=shown(e.path), message=shown(e.message)) for e in expected], "markdown")


def check_empty(folder):
    """Nothing found, and no file at all: valid and empty."""
    folder.write("clean/a.md", (ROOT / "Fixtures" / "Postmortems" / "exemplary.md").read_bytes())
    (folder.path / "none").mkdir()
    for name in ["clean", "none"]:
        for format_ in FORMATS:
            report = folder.run("--format", format_, "--allow-empty", "--ignore", "all", name)
            if format_ == "json":
                expect(json.loads(report)["diagnostics"] == [], "json: empty")
            elif format_ == "sarif":
                check_sarif(report, [], folder, unreadable=0)
            elif format_ in ("github", "jsonl"):
                expect(report == "", f"{format_}: empty", report)
            elif format_ in ("concise", "text"):
                expect(len(report.splitlines()) == (name == "clean"), f"{format_}: empty", report)
            else:
                globals()[f"check_{format_}"](report, [], folder)


def check_sarif_tools(folder, count):
    folder.run("--format", "sarif=all.sarif", "reports")
    for command in ["summary", "csv", "html"]:
        done = subprocess.run([SARIF, command, "all.sarif", "-o", f"out.{command}"], cwd=folder.path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        expect(done.returncode == 0, "sarif-tools", done.stdout.decode())
    with open(folder.path / "out.csv", newline="") as file:
        rows = len(list(csv.reader(file))) - 1
    expect(rows == count, "sarif-tools: as many rows", (rows, count))


def check_steady(folder):
    """Fingerprints stay when lines move and files are linted from elsewhere."""
    prints = lambda report: sorted(issue["fingerprint"] for issue in json.loads(report))
    before = folder.run("--format", "gitlab", "reports/checkout-outage.md")
    from_below = folder.run("--format", "gitlab", "../reports/checkout-outage.md", folder="text")
    expect(before == from_below and len(prints(before)) > 5, "gitlab: the same from any folder")
    folder.write("reports/checkout-outage.md", b"\n\n\n" + (folder.path / "reports/checkout-outage.md").read_bytes())
    expect(prints(folder.run("--format", "gitlab", "reports/checkout-outage.md")) == prints(before), "gitlab: free of line numbers")


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = Folder(pathlib.Path(scratch))
        inputs = ["odd", "reports", "text", "gone.md"]
        table = json.loads(folder.run("--format", "json", *inputs))
        expected = [place(row) for row in table["diagnostics"]]
        expect(len(expected) > 200, "json: findings", len(expected))
        for format_ in FORMATS:
            if format_ == "json":
                continue
            report = folder.run("--format", format_, *inputs)
            extra = {"hidden": table["summary"]["suppressed"]} if format_ == "sarif" else {}
            globals()[f"check_{format_}"](report, expected, folder, **extra)
        told = folder.run("--format", "sarif", "--omit-suppressed", *inputs)
        expect("suppressions" not in told and len(json.loads(told)["runs"][0]["results"]) == len(expected), "sarif: --omit-suppressed")
        folder.run("--write-baseline", "base", "reports")
        report = folder.run("--format", "sarif", "--baseline", "base", "reports")
        hidden = sum(1 for e in expected if e.path.startswith("reports/"))
        run = check_sarif(report, [], folder, hidden=hidden, unreadable=0)
        kinds = {s["kind"] for r in run["results"] for s in r["suppressions"]}
        expect(kinds == {"external"}, "sarif: baseline", kinds)
        check_sarif_tools(folder, hidden)
        check_empty(folder)
        check_steady(folder)
    missing = "" if SCHEMA.exists() else " (without the official SARIF schema, which is not there)"
    print(f"formats: {len(expected)} findings in {len(FORMATS)} formats, {sum(checks.values())} checks{missing}")


if __name__ == "__main__":
    main()
