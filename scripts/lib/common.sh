# Shared by the scripts: where things are, what is needed, and how to say what is missing. Source it; don't run it.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly ROOT
ME="scripts/$(basename "$0")"
readonly ME
# Those that are packed as functions: the build's own tools lie beside them.
SERVICES=$(cd "$ROOT/functions" && for pom in $(grep -l exec-maven-plugin ./*/pom.xml); do basename "${pom%/pom.xml}"; done)
readonly SERVICES

say() { echo "$*" >&2; }

die() {
  say "$ME: $*"
  exit 1
}

is_jdk_25() { [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | grep -q 'version "25'; }

# Sets JAVA_HOME to a JDK 25.
need_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25*; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then
      export JAVA_HOME=$home
      return
    fi
  done
  die "JDK 25 is missing: install Temurin 25 (adoptium.net, or sdk install java 25-tem), or set JAVA_HOME to one."
}

need_node() {
  command -v node >/dev/null 2>&1 || die "Node is missing: install version 20 or newer (nodejs.org)."
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || die "Node $major is too old: install version 20 or newer (nodejs.org)."
}

java_bin() { echo "$JAVA_HOME/bin/java"; }

maven() {
  (cd "$ROOT" && MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow" ./mvnw -B "$@")
}

# Makes a path absolute without asking that it exists.
absolute() {
  case "$1" in
    /*) echo "$1" ;;
    *) echo "$PWD/$1" ;;
  esac
}

# The process id of the system that runs on a data folder; nothing if none does.
pid_of() {
  local pid
  pid=$(cat "$1/pid" 2>/dev/null || true)
  if [ -n "$pid" ] && ps -p "$pid" -o args= 2>/dev/null | grep -q dev.zerotomillions.local.cli.Up; then
    echo "$pid"
  fi
}

# The value of one option, or a message that it is missing: value_of --port "$@".
value_of() {
  [ $# -ge 3 ] || die "$1 wants a value; see $ME --help"
  echo "$3"
}

# A value of a running system's outputs.json, by its path: output_of FOLDER apiUrl.
output_of() {
  [ -f "$1/outputs.json" ] || die "no system runs in $1: start it with scripts/up, or name its folder with --data."
  node -e '
    const [file, path] = process.argv.slice(1);
    const value = path.split(".").reduce((at, key) => at?.[key], JSON.parse(require("fs").readFileSync(file, "utf8")));
    if (value === undefined || value === null) { console.error("There is no " + path + " in " + file); process.exit(1); }
    console.log(typeof value === "object" ? JSON.stringify(value) : value);
  ' "$1/outputs.json" "$2"
}
