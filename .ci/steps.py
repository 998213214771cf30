"""Runs the shell steps of action.yml or of a GitLab job as their runners would, on this machine.

    steps.py action FOLDER NAME=VALUE ...    the composite action with these inputs, in the checkout FOLDER
    steps.py gitlab FILE FOLDER              the job of the template, in the checkout FOLDER

Understands what these files use and no more, and fails for anything else. Steps that use another action are named, not run.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent


def expand(text, context):
    def value(match):
        found = context
        for name in match[1].split("."):
            if name not in found:
                sys.exit(f"steps: nothing is known of {match[1]}")
            found = found[name]
        return found

    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", value, str(text))


def holds(condition, context, failed):
    """Whether a step is run: terms joined with &&, each always(), a == 'b' or a != 'b'."""
    terms = [term.strip() for term in condition.split("&&")] if condition else []
    if failed and "always()" not in terms:
        return False
    for term in terms:
        if term == "always()":
            continue
        match = re.fullmatch(r"([\w.-]+) (==|!=) '([^']*)'", term)
        if not match:
            sys.exit(f"steps: cannot judge {term}")
        left = expand("${{ " + match[1] + " }}", context)
        if (left == match[3]) != (match[2] == "=="):
            return False
    return True


def outputs(file):
    return dict(line.split("=", 1) for line in file.read_text().splitlines() if "=" in line)


def action(folder, given):
    steps = YAML(typ="safe").load(ROOT / "action.yml")
    inputs = {name: str(value.get("default", "")) for name, value in steps["inputs"].items()}
    unknown = set(given) - set(inputs)
    if unknown:
        sys.exit(f"steps: the action has no input {', '.join(sorted(unknown))}")
    inputs.update(given)
    temporary = Path(tempfile.mkdtemp())
    context = {
        "inputs": inputs,
        "github": {
            "action_path": str(ROOT),
            "action_repository": os.environ.get("TEST_REPOSITORY", ""),
            "server_url": os.environ.get("TEST_SERVER", ""),
        },
        "steps": {},
    }
    path, failed = temporary / "path", False
    path.touch()
    for number, step in enumerate(steps["runs"]["steps"]):
        output = temporary / f"output{number}"
        output.touch()
        context["steps"].setdefault(step.get("id", str(number)), {"outputs": {"sarif": "", "status": ""}})
        if not holds(step.get("if"), context, failed):
            print(f"steps: {step['name']}: left out")
            continue
        if "uses" in step:
            print(f"steps: {step['name']}: {step['uses']}", {k: expand(v, context) for k, v in step["with"].items()})
            continue
        script = temporary / "script"
        script.write_text(expand(step["run"], context))
        environment = os.environ | {k: expand(v, context) for k, v in step.get("env", {}).items()}
        environment |= {"GITHUB_OUTPUT": str(output), "GITHUB_PATH": str(path), "RUNNER_TEMP": str(temporary)}
        environment |= {"GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(folder)}
        environment["PATH"] = ":".join(path.read_text().split() + [os.environ["PATH"]])
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        status = subprocess.run(command, cwd=folder, env=environment).returncode
        context["steps"][step.get("id", str(number))]["outputs"].update(outputs(output))
        print(f"steps: {step['name']}: status {status}", flush=True)
        failed = failed or status != 0
    for name, value in steps["outputs"].items():
        print(f"steps: output {name}: {expand(value['value'], context)}")
    return 1 if failed else 0


def gitlab(file, folder):
    template = YAML(typ="safe").load(Path(file))
    job = template["pmlint"]
    variables = template["variables"] | job["variables"]
    environment = {k: str(v) for k, v in variables.items()} | dict(os.environ)
    script = "set -eo pipefail\n" + "\n".join(job["before_script"] + job["script"])
    return subprocess.run(["bash", "-c", script], cwd=folder, env=environment).returncode


def main(kind, *arguments):
    if kind == "action":
        return action(Path(arguments[0]), dict(argument.split("=", 1) for argument in arguments[1:]))
    return gitlab(*arguments)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
