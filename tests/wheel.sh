#!/bin/sh
# Build the wheel, install it into an empty environment outside the checkout, and brief the example there.
set -eu
here=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
.venv/bin/python -m build --wheel --outdir "$work/dist" . > "$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
wheel=$(ls "$work"/dist/*.whl)
size=$(wc -c < "$wheel")
[ "$size" -lt 100000000 ] || { echo "wheel: $size bytes, PyPI takes 100 MB"; exit 1; }
.venv/bin/python -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$wheel"
cp -r "$here/examples" "$work/examples"
cd "$work"
venv/bin/sayso check > check.txt
venv/bin/sayso brief examples/*/ --format json > brief.json
venv/bin/sayso verify brief.json
echo "wheel: $(basename "$wheel"), $((size / 1000000)) MB, briefs and verifies outside the checkout"
