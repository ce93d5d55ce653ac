#!/usr/bin/env python3
"""Puts small faults into the code, one at a time, and reports which of them no test notices.

    tools/mutants.py code --sample 150      a random sample of what cargo-mutants would change
    tools/mutants.py numbers                every named number of a rule, at half, double and 0
    tools/mutants.py code --only FILE       the mutants that FILE names, a line each

It needs `cargo install cargo-mutants --locked` for `code`, and nothing but Python for `numbers`.

A build for each mutant would take hours. So all mutants of a run are written into the sources side by side, each
behind the question whether its number is the one that the environment variable SOA_MUTANT holds. The tests are built
once, and run once for each number. Mutants that do not compile side by side are tried by themselves (`--alone`).

The sources are changed in a worktree of their own (`--tree`, default: target/mutants), which is made if it is not
there. Results are written to the report (`--report`) as they come; a run that was stopped goes on where it was.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import re
import resource
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent

# What `code` samples, and what `numbers` searches, by the names under which they are reported.
CODE = {
    "recognition": ["src/recognise"],
    "composing": ["src/compose"],
    "identity": ["src/identity"],
    "collect": ["src/collect"],
    "package": ["src/apkg", "src/cli/output.rs"],
    "media": ["src/media", "src/markdown/media.rs"],
    "sanitising": ["src/markdown/sanitise.rs", "src/markdown/sanitise", "src/markdown/html.rs", "src/markdown/tags.rs"],
}
NUMBERS = {**CODE, "markdown": ["src/markdown"], "read": ["src/read"], "model": ["src/model"]}

# The tests, the quick ones first: the name of the binary, and what it is told.
STAGES = [
    ("golden", "cases", ["golden::"]),
    ("histories", "cases", ["histories::"]),
    ("unit", "soa_anki", ["--skip", "markdown::comrak::"]),
    ("suite", "suite", ["--skip", "architecture::", "--skip", "laws::", "--skip", "edits::", "--skip", "kill::", "--skip", "growth::"]),
    ("cases", "cases", ["--skip", "golden::", "--skip", "histories::", "--skip", "cli::stopped"]),
    ("edits", "suite", ["edits::"]),
    ("laws", "suite", ["laws::"]),
    ("kill", "suite", ["kill::"]),
    ("comrak", "soa_anki", ["markdown::comrak::"]),
]
QUICK = {"PROPTEST_CASES": "60", "PROPTEST_DISABLE_FAILURE_PERSISTENCE": "true", "SOA_ANKI_SEEDS": "1", "SOA_ANKI_STEPS": "20"}

# Longest time for a stage: so many times what it takes without a mutant, and at least so many seconds.
PATIENCE, LEAST = 10, 60
# Most memory for a test, in bytes: a mutant may make something grow without end.
MEMORY = 6 << 30

SWITCH = """
/// Which mutant is switched on.
#[doc(hidden)]
pub mod mutant {
    use std::sync::OnceLock;
    static CHOSEN: OnceLock<u32> = OnceLock::new();
    pub fn chosen() -> u32 {
        *CHOSEN.get_or_init(|| std::env::var("SOA_MUTANT").ok().and_then(|it| it.parse().ok()).unwrap_or(0))
    }
    pub fn is(number: u32) -> bool { chosen() == number }
}
"""


# Reading Rust, as far as is needed to find the operands of an operator.

OPERATORS = ["<<=", ">>=", "...", "..=", "::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", "+=", "-=", "*=", "/=",
             "%=", "^=", "&=", "|=", "<<", ">>", ".."]
PRECEDENCE = {"*": 10, "/": 10, "%": 10, "+": 9, "-": 9, "<<": 8, ">>": 8, "&": 7, "^": 6, "|": 5, "==": 4, "!=": 4,
              "<": 4, ">": 4, "<=": 4, ">=": 4, "&&": 3, "||": 2, "..": 1, "..=": 1}
ASSIGNS = {"=", "+=", "-=", "*=", "/=", "%=", "^=", "&=", "|=", "<<=", ">>="}
KEYWORDS = {"return", "if", "while", "match", "in", "else", "let", "move", "break", "mut", "ref", "unsafe", "for"}
PAIRS = {"(": ")", "[": "]", "{": "}"}
LITERAL = re.compile(r'(?:b|c)?r(#*)".*?"\1|(?:b|c)?"(?:[^"\\]|\\.)*"|b?\'(?:[^\'\\]|\\[^\n]+?)\'|\'\w+', re.S)
SPACE = re.compile(r"\s+|//[^\n]*|/\*.*?\*/", re.S)
WORD = re.compile(r"\w+(?:\.\d+)?|[^\W\d]\w*")


class Tokens:
    def __init__(self, text):
        self.text, self.start, self.end, self.word = text, [], [], []
        at = 0
        while at < len(text):
            if found := SPACE.match(text, at):
                at = found.end()
                continue
            found = LITERAL.match(text, at)
            if found is None and (text[at].isalnum() or text[at] == "_"):
                found = re.compile(r"\d[\w]*(?:\.\d[\w]*)?|\w+").match(text, at)
            length = len(found.group()) if found else next((len(o) for o in OPERATORS if text.startswith(o, at)), 1)
            self.start.append(at)
            self.end.append(at + length)
            self.word.append(text[at:at + length])
            at += length
        self.partner = [None] * len(self.word)
        self.unary = [False] * len(self.word)
        self.match()

    def match(self):
        """Pairs brackets, the angles of generic arguments, and the bars of closures; marks unary operators."""
        open_, bars = [], None
        for at, word in enumerate(self.word):
            before = self.word[at - 1] if at else ";"
            begins = before in KEYWORDS or before in ASSIGNS or before in PRECEDENCE and self.partner[at - 1] is None \
                or before in {"(", "[", "{", ",", ";", "=>", "!", "}"} or self.is_bar_end(at - 1)
            if word in PAIRS:
                open_.append(at)
            elif word in PAIRS.values():
                if open_:
                    self.pair(open_.pop(), at)
            elif word == "<" and (before == "::" or begins):
                self.angles(at)
            elif word == "|" and begins and bars is None:
                bars = at
            elif word == "|" and bars is not None:
                self.pair(bars, at)
                bars = None
            elif word == "||" and begins:
                self.partner[at] = at
            elif word in {"-", "*", "&", "&&", "!"} and begins:
                self.unary[at] = True

    def is_bar_end(self, at):
        return at >= 0 and self.word[at] in {"|", "||"} and self.partner[at] is not None

    def pair(self, one, other):
        self.partner[one], self.partner[other] = other, one

    def angles(self, at):
        depth = 0
        for end in range(at, min(at + 60, len(self.word))):
            word = self.word[end]
            depth += {"<": 1, "<<": 2, ">": -1, ">>": -2}.get(word, 0)
            if depth <= 0:
                return self.pair(at, end)

    def at(self, offset):
        """The token that begins at a character."""
        low, high = 0, len(self.start)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.start[middle] < offset else (low, middle)
        return low if low < len(self.start) and self.start[low] == offset else None

    def right(self, operator, strength):
        """The end of the operand after an operator."""
        at = operator + 1
        while self.unary[at] or self.word[at] == "mut":
            at += 1
        while at < len(self.word):
            word = self.word[at]
            partner = self.partner[at]
            if word in {"(", "["} or (word == "<" and partner is not None and partner > at):
                at = partner + 1
                continue
            if word in {")", "]", "}", "{", ",", ";", "=>", "else"} or word in ASSIGNS or self.is_bar_end(at):
                break
            if word in PRECEDENCE and PRECEDENCE[word] <= strength and not self.unary[at]:
                break
            at += 1
        return self.end[at - 1]

    def left(self, operator, strength):
        """The start of the operand before an operator."""
        at = operator - 1
        while at >= 0:
            word = self.word[at]
            partner = self.partner[at]
            if word in {")", "]"} or (word in {">", ">>"} and partner is not None and partner < at):
                at = partner - 1
                continue
            if word in {"(", "[", "{", "}", ",", ";", "=>"} or word in ASSIGNS or word in KEYWORDS \
                    or (word in {"|", "||"} and partner is not None):
                break
            if word in PRECEDENCE and PRECEDENCE[word] < strength and not self.unary[at]:
                break
            at -= 1
        return self.start[at + 1]


class File:
    def __init__(self, tree, path):
        self.path, self.text = path, (tree / path).read_text()
        self.lines = [0]
        for line in self.text.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.tokens = Tokens(self.text)

    def offset(self, place):
        return self.lines[place["line"] - 1] + place["column"] - 1


# Mutants of code: what cargo-mutants lists, as edits that can stand side by side.

def listed(tree, layers):
    files = [arg for paths in layers.values() for path in paths
             for arg in (("-f", f"{path}/**") if not path.endswith(".rs") else ("-f", path))]
    out = subprocess.run(["cargo", "mutants", "--list", "--json", *files], cwd=tree, capture_output=True, text=True)
    if out.returncode != 0:
        sys.exit(f"cargo mutants: {out.stderr}\n(`cargo install cargo-mutants --locked`)")
    return [{"name": it["name"], "file": it["file"], "layer": layer_of(it["file"], layers), "genre": it["genre"],
             "span": it["span"], "replacement": it["replacement"], "diff": it["diff"]} for it in json.loads(out.stdout)]


def layer_of(path, layers):
    """The layer that a file is of: where several hold it, the one that names it most exactly."""
    of = [(len(part), name) for name, parts in layers.items() for part in parts
          if path == part or path.startswith(part + "/")]
    return max(of)[1]


def edits_of(mutant, files, number):
    """The edits that make a mutant of the code, each a place and a text; None where it cannot stand beside others."""
    file = files(mutant["file"])
    start, end = file.offset(mutant["span"]["start"]), file.offset(mutant["span"]["end"])
    tokens, text = file.tokens, file.text
    on = f"crate::mutant::is({number})"
    genre, new = mutant["genre"], mutant["replacement"]
    if genre == "FnValue":
        return [(start, start, f"if {on} {{ return {new}; }} ")]
    if genre == "MatchArmGuard":
        return [(start, end, f"(if {on} {{ {new} }} else {{ {text[start:end]} }})")]
    at = tokens.at(start)
    if at is None:
        return None
    if genre == "BinaryOperator":
        old = text[start:end]
        strength = PRECEDENCE.get(old, 0)
        first, last = tokens.left(at, strength), tokens.right(at, strength)
        left, right = text[first:start], text[end:last]
        return [(first, last, f"(if {on} {{ {left}{new}{right} }} else {{ {left}{old}{right} }})")]
    if genre == "UnaryOperator":
        last = tokens.right(at, 11)
        operand = text[end:last]
        return [(start, last, f"(if {on} {{ {operand} }} else {{ {text[start:last]} }})")]
    if genre == "MatchArm":
        return arm_edit(tokens, at, on)
    return None


def arm_edit(tokens, at, on):
    guard = None
    while tokens.word[at] != "=>":
        if tokens.word[at] == "if":
            guard = at
        at = (tokens.partner[at] if tokens.word[at] in PAIRS else at) + 1
    if guard is None:
        return [(tokens.start[at], tokens.start[at], f"if !{on} ")]
    if tokens.word[guard + 1] == "let":
        return None
    first, last = tokens.start[guard + 1], tokens.end[at - 1]
    return [(first, last, f"!{on} && ({tokens.text[first:last]})")]


# Mutants of numbers.

CONSTANT = re.compile(r"^[ \t]*(?P<pub>pub(?:\([^)]*\))? )?const (?P<name>[A-Z][A-Z0-9_]*): "
                      r"(?P<type>[iu](?:8|16|32|64|size)|f32|f64|[A-Z]\w*) = (?P<value>[0-9_.]+(?: [*+] [0-9_.]+)*);", re.M)


def numbers(tree, layers):
    found, seen = [], set()
    for layer, paths in layers.items():
        for part in paths:
            whole = tree / part
            for path in sorted(whole.rglob("*.rs")) if whole.is_dir() else [whole] if whole.is_file() else []:
                name = str(path.relative_to(tree))
                if name in seen:
                    continue
                seen.add(name)
                for it in CONSTANT.finditer(path.read_text()):
                    found.extend(number_mutants(name, layer_of(name, layers), it))
    return found


def number_mutants(path, layer, it):
    value = eval(it["value"].replace("_", ""))  # digits, `*` and `+`: see CONSTANT
    real = isinstance(value, float)
    tried = {"half": value / 2 if real else value // 2, "double": value * 2, "zero": 0.0 if real else 0}
    done = {value}
    for how, new in tried.items():
        if new in done:
            continue
        done.add(new)
        yield {"name": f"{path}: {it['name']} = {it['value']}, {how}: {new}", "file": path, "layer": layer,
               "genre": "Number", "constant": it["name"], "public": bool(it["pub"]), "value": repr(new),
               "declared": [it.start("value"), it.end("value")]}


def number_edits(group, files, tree):
    """The edits for all values of one number, each with its mutant's number: its uses ask which one is on."""
    first = group[0][1]
    name = first["constant"]
    arms = " ".join(f"{number} => {mutant['value']}," for number, mutant in group)
    paths = [first["file"]] if not first["public"] else \
        sorted(str(path.relative_to(tree)) for path in (tree / "src").rglob("*.rs"))
    edits = []
    for path in paths:
        tokens = files(path).tokens
        for at, word in enumerate(tokens.word):
            if word != name or tokens.word[at - 1] in {"const", "use"} or in_use(tokens, at):
                continue
            begin = at
            while tokens.word[begin - 1] == "::":
                begin -= 2
            if path != first["file"] and begin == at and not imports(tokens, name):
                continue
            start, end = tokens.start[begin], tokens.end[at]
            old = tokens.text[start:end]
            edits.append((path, start, end, f"(match crate::mutant::chosen() {{ {arms} _ => {old} }})"))
    return edits


def in_use(tokens, at):
    while at > 0 and tokens.word[at] not in {";", "}"} and tokens.word[at] != "use":
        at -= 1
        if tokens.word[at] == "{" and tokens.word[at - 1] != "::":
            return False
    return tokens.word[at] == "use"


def imports(tokens, name):
    return any(word == name and in_use(tokens, at) for at, word in enumerate(tokens.word))


# The worktree with the mutants.

class Tree:
    def __init__(self, path):
        self.path = path
        self.cache = {}

    def files(self, path):
        if path not in self.cache:
            self.cache[path] = File(self.path, path)
        return self.cache[path]

    def restore(self):
        subprocess.run(["git", "checkout", "-q", "--", "src"], cwd=self.path, check=True)

    def cargo(self, *args):
        command = ["nice", "-n", "10", "cargo", *args, "--message-format=json"]
        return subprocess.run(command, cwd=self.path, capture_output=True, text=True)

    def write(self, edits):
        """Writes edits (mutant, path, start, end, text); returns where each is now, in bytes."""
        self.restore()
        places = []
        by_path = collections.defaultdict(list)
        for edit in edits:
            by_path[edit[1]].append(edit)
        for path, mine in by_path.items():
            text, out, last, length = self.files(path).text, [], 0, 0
            for mutant, _, start, end, new in sorted(mine, key=lambda it: (it[2], it[3])):
                kept = text[last:start]
                out += [kept, new]
                length += len(kept.encode())
                places.append((mutant, path, length, length + len(new.encode())))
                length += len(new.encode())
                last = end
            (self.path / path).write_text("".join(out) + text[last:])
        library = self.path / "src/lib.rs"
        library.write_text(library.read_text() + SWITCH)
        return places

    def settle(self, edits):
        """Writes the mutants, less those that do not compile. Returns the others, and which those are."""
        refused = set()
        while True:
            left = [edit for edit in edits if edit[0] not in refused]
            places = self.write(left)
            checked = self.cargo("check", "--lib")
            if checked.returncode == 0:
                return left, refused
            guilty = blamed(checked.stdout, places)
            if not guilty:
                sys.exit("the mutants do not compile, and none can be blamed:\n" + errors(checked.stdout))
            refused |= guilty

    def build(self):
        built = self.cargo("test", "--no-run", "--lib", "--test", "cases", "--test", "suite")
        if built.returncode != 0:
            return None
        messages = (json.loads(line) for line in built.stdout.splitlines() if line.startswith("{"))
        return {it["target"]["name"]: it["executable"] for it in messages
                if it.get("reason") == "compiler-artifact" and it.get("executable") and it["profile"]["test"]}


def errors(output):
    messages = (json.loads(line).get("message") for line in output.splitlines() if line.startswith("{"))
    return "\n".join(it["rendered"] for it in messages if it and it.get("level") == "error")


def blamed(output, places):
    """The mutants in which the compiler found faults; where it found one beside them, the nearest."""
    guilty = set()
    for line in output.splitlines():
        message = json.loads(line).get("message") if line.startswith("{") else None
        if not message or message.get("level") != "error":
            continue
        for span in message["spans"]:
            inside = {mutant for mutant, path, start, end in places
                      if path == span["file_name"] and start < span["byte_end"] and span["byte_start"] < end}
            guilty |= inside
            if not inside and span["is_primary"]:
                guilty |= nearest(span, places, (message.get("code") or {}).get("code"))
    return guilty


def nearest(span, places, code):
    """The mutant beside a fault; of a `match` with an arm too few (E0004), one behind it."""
    behind = code == "E0004"
    found = [(abs(start - span["byte_start"]), mutant) for mutant, path, start, end in places
             if path == span["file_name"] and (not behind or start > span["byte_start"])]
    return {min(found)[1]} if found else set()


# Running the tests.

def run_stage(tree, binary, args, number, limit):
    environment = {**os.environ, **QUICK, "SOA_MUTANT": str(number), "CARGO_MANIFEST_DIR": str(tree)}
    def confined():
        os.setsid()
        os.nice(10)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    began = time.time()
    process = subprocess.Popen([binary, *args], cwd=tree, env=environment, preexec_fn=confined, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace")
    try:
        out, _ = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return ["(time limit)"], time.time() - began
    failed = sorted(set(re.findall(r"^test (\S+)(?: - should panic)? +\.\.\. FAILED", out, re.M)))
    if process.returncode != 0 and not failed:
        failed = [f"(ended with {process.returncode})"]
    return failed, time.time() - began


class Campaign:
    def __init__(self, tree, report, old_golden):
        self.tree, self.report, self.old_golden = tree, report, old_golden
        self.results = json.loads(report.read_text()) if report.exists() else {}
        self.limits = {}

    def save(self):
        self.report.parent.mkdir(parents=True, exist_ok=True)
        self.report.write_text(json.dumps(self.results, ensure_ascii=False, indent=1))

    def measure(self, binaries):
        """Runs all stages without a mutant: they must pass, and show how long they take."""
        for stage, binary, args in STAGES:
            failed, seconds = run_stage(self.tree.path, binaries[binary], args, 0, 3600)
            if failed:
                sys.exit(f"without a mutant, {stage} fails: {failed}")
            self.limits[stage] = max(LEAST, PATIENCE * seconds)
            print(f"  {stage}: {seconds:.1f} s without a mutant", flush=True)

    def try_one(self, mutant, number, binaries):
        result = {"layer": mutant["layer"], "file": mutant["file"], "verdict": "survived", "by": [], "stage": None}
        before = None
        for stage, binary, args in STAGES:
            failed, _ = run_stage(self.tree.path, binaries[binary], args, number, self.limits[stage])
            if not failed:
                continue
            if result["verdict"] == "survived":
                result.update(verdict="caught", by=failed[:8], stage=stage)
            if self.old_golden is None or stage != "golden" or any(name not in self.old_golden for name in failed):
                before = stage
                break
        if self.old_golden is not None:
            result["before"] = "caught" if before else "survived"
        self.results[mutant["name"]] = result
        self.save()
        shown = result["verdict"] if result["verdict"] == "survived" else f"{result['stage']}: {result['by'][0]}"
        print(f"{mutant['name']}\n    {shown}", flush=True)

    def unviable(self, mutant):
        self.results[mutant["name"]] = {"layer": mutant["layer"], "file": mutant["file"], "verdict": "unviable",
                                        "by": [], "stage": None}
        self.save()


def batches(edits_by_mutant):
    """Mutants in groups, in each of which no edit is in another's way."""
    groups = []
    for number, edits in edits_by_mutant:
        for group in groups:
            if not any(clash(edit, other) for edit in edits for other in group["by_path"][edit[1]]):
                break
        else:
            group = {"by_path": collections.defaultdict(list), "edits": []}
            groups.append(group)
        group["edits"] += edits
        for edit in edits:
            group["by_path"][edit[1]].append(edit)
    return [group["edits"] for group in groups]


def clash(one, other):
    (start, end), (first, last) = one[2:4], other[2:4]
    if start == end and first == last:
        return False
    return start < last and first < end or start == end and first < start < last or first == last and start < first < end


def run(campaign, mutants, alone):
    tree = campaign.tree
    todo = [it for it in mutants if it["name"] not in campaign.results]
    by_number = dict(enumerate(todo, 1))
    edits, apart = [], []
    groups = collections.defaultdict(list)
    for number, mutant in by_number.items():
        if mutant["genre"] == "Number":
            groups[mutant["file"], mutant["constant"]].append((number, mutant))
            continue
        made = edits_of(mutant, tree.files, number)
        if made is None:
            apart.append(mutant)
        else:
            edits.append((number, [(number, mutant["file"], *edit) for edit in made]))
    members = {}
    for group in groups.values():
        number = group[0][0]
        members[number] = [it for it, _ in group]
        made = number_edits(group, tree.files, tree.path)
        edits.append((number, [(number, *edit) for edit in made]))
    try:
        for number, batch in enumerate(batches(edits), 1):
            kept, refused = tree.settle(batch)
            tried = sorted({member for edit in kept for member in members.get(edit[0], [edit[0]])})
            for one in refused:
                apart += [by_number[member] for member in members.get(one, [one])]
            print(f"batch {number}: {len(tried)} mutants, {len(refused)} set apart", flush=True)
            binaries = tree.build()
            if binaries is None:
                sys.exit("the tests do not build")
            if not campaign.limits:
                campaign.measure(binaries)
            for one in tried:
                campaign.try_one(by_number[one], one, binaries)
        print(f"{len(apart)} do not compile beside others", flush=True)
        for mutant in apart if alone else []:
            try_alone(campaign, mutant)
    finally:
        tree.restore()
    if not alone and apart:
        pathlib.Path(f"{campaign.report}.apart").write_text("".join(it["name"] + "\n" for it in apart))


def try_alone(campaign, mutant):
    tree = campaign.tree
    tree.restore()
    if mutant["genre"] == "Number":
        path = tree.path / mutant["file"]
        text, (start, end) = path.read_text(), mutant["declared"]
        path.write_text(text[:start] + mutant["value"] + text[end:])
    else:
        patched = subprocess.run(["patch", "-s", "-p0", mutant["file"]], cwd=tree.path, input=mutant["diff"], text=True)
        if patched.returncode != 0:
            sys.exit(f"cannot apply {mutant['name']}")
    binaries = tree.build()
    if binaries is None:
        return campaign.unviable(mutant)
    if not campaign.limits:
        campaign.limits = {stage: 600 for stage, _, _ in STAGES}
    campaign.try_one(mutant, 0, binaries)


# What is shown.

def table(results):
    rows = collections.defaultdict(collections.Counter)
    for result in results.values():
        row = rows[result["layer"]]
        row[result["verdict"]] += 1
        if result["verdict"] != "unviable":
            row["before"] += result.get("before") == "caught"
            row[result["stage"] or "-"] += 1
    stages = [stage for stage, _, _ in STAGES]
    print(f"\n{'':14}{'tried':>7}{'caught':>8}{'survived':>10}{'unviable':>10}   by " + " ".join(f"{it:>9}" for it in stages))
    total = collections.Counter()
    for layer, row in [*sorted(rows.items()), ("all", None)]:
        row = total if row is None else row
        if row is not total:
            total.update(row)
        print(f"{layer:14}{row['caught'] + row['survived']:>7}{row['caught']:>8}{row['survived']:>10}"
              f"{row['unviable']:>10}      " + " ".join(f"{row[it]:>9}" for it in stages)
              + (f"   before: {row['before']} caught" if any("before" in it for it in results.values()) else ""))
    print("\nsurvived:")
    for name, result in sorted(results.items()):
        if result["verdict"] == "survived":
            print(f"  {name}")


def sample(mutants, size, seed):
    """A random sample that has of each layer what its share is, and at least a fifteenth."""
    if not size or size >= len(mutants):
        return mutants
    chance = random.Random(seed)
    layers = collections.defaultdict(list)
    for mutant in mutants:
        layers[mutant["layer"]].append(mutant)
    chosen, rest = [], []
    for layer in sorted(layers):
        mine = sorted(layers[layer], key=lambda it: it["name"])
        chance.shuffle(mine)
        chosen += mine[:size // 15]
        rest += mine[size // 15:]
    chance.shuffle(rest)
    return chosen + rest[:max(0, size - len(chosen))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["code", "numbers", "table"])
    parser.add_argument("--sample", type=int, default=0, help="how many mutants to draw; 0: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=pathlib.Path, help="a file with the names of mutants, a line each")
    parser.add_argument("--layers", help="the layers to take, with commas between them")
    parser.add_argument("--tree", type=pathlib.Path, default=ROOT / "target/mutants")
    parser.add_argument("--report", type=pathlib.Path, default=ROOT / "target/mutants.json")
    parser.add_argument("--alone", action="store_true", help="also build by itself what does not compile beside others")
    parser.add_argument("--since", help="a commit: also count what its golden pairs would have caught")
    parser.add_argument("--stages", help="the tests to run, with commas between them; default: all")
    args = parser.parse_args()
    if args.stages:
        STAGES[:] = [stage for stage in STAGES if stage[0] in args.stages.split(",")]
    if args.what == "table":
        return table(json.loads(args.report.read_text()))
    if not args.tree.exists():
        subprocess.run(["git", "worktree", "add", "--detach", "-q", args.tree, "HEAD"], cwd=ROOT, check=True)
    tree = Tree(args.tree)
    tree.restore()
    layers = CODE if args.what == "code" else NUMBERS
    if args.layers:
        layers = {name: layers[name] for name in args.layers.split(",")}
    mutants = (listed if args.what == "code" else numbers)(args.tree, layers)
    if args.only:
        wanted = set(args.only.read_text().splitlines())
        mutants = [it for it in mutants if it["name"] in wanted]
    mutants = sample(mutants, args.sample, args.seed)
    print(f"{len(mutants)} mutants", flush=True)
    run(Campaign(tree, args.report, new_pairs(args.since)), mutants, args.alone)
    table(json.loads(args.report.read_text()))


def new_pairs(since):
    """The names of the golden pairs that were not there at a commit."""
    if since is None:
        return None
    known = subprocess.run(["git", "ls-tree", "--name-only", since, "tests/golden/"], cwd=ROOT, capture_output=True, text=True)
    old = {pathlib.Path(path).stem for path in known.stdout.split()}
    return {f"golden::{path.stem}" for path in (ROOT / "tests/golden").glob("*.md") if path.stem not in old}


if __name__ == "__main__":
    main()
