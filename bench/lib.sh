# shellcheck shell=bash
# Shared by the benches: an instance of its own on ports of its own, thrown away afterwards.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
BENCH_DATA=${BENCH_DATA:-$PWD/.dudao/bench}
BENCH_PORT=${BENCH_PORT:-19080}
APP=backend/target/quarkus-app
CLASSPATH_APP="$APP/app/*:$APP/lib/main/*:$APP/lib/boot/*"

bench_up() { ./dudao up --detach --data "$BENCH_DATA" --port "$BENCH_PORT" >/dev/null; }
bench_down() { ./dudao down --data "$BENCH_DATA" >/dev/null; }
bench_clean() { bench_down; rm -rf "$BENCH_DATA"; }
bench_token() { ./dudao token "$1" --data "$BENCH_DATA"; }
secret() { sed -n "s/^$1=//p" "$BENCH_DATA/secrets.properties"; }
need_tool() { command -v "$1" >/dev/null || { echo "missing $1: install the package $2" >&2; exit 1; }; }
