"""JSON Schema alone, at its fastest: libyaml and the library ``jsonschema``, file by file.

Runs in the environment of the peer, not in the project's: ``python validating.py SCHEMA FOLDER``.
"""

import json
import sys
from pathlib import Path

import yaml
from jsonschema.validators import validator_for

schema = json.loads(Path(sys.argv[1]).read_text("utf-8"))
validator = validator_for(schema)(schema)
bad = 0
for path in sorted(Path(sys.argv[2]).rglob("*.yaml")):
    # Dates stay as they are written, as in every other tool that reads these files.
    document = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
    bad += not validator.is_valid(document)
sys.exit(bad > 0)
