# What the scripts at the root share. Sourced with $root set to the root of the repository.

. "$root/features/org.towercrier.feature.base/rootfiles/scripts/find-java.sh"

say() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
}

# need_jdk: sets JAVA_HOME to a JDK that can run the build, or ends with a sentence that says what to do.
need_jdk() {
  if ! find_java 21 javac; then
    say 'a JDK of version 21 or newer is needed and was not found in JAVA_HOME, PATH or the usual folders: install one (on Debian or Ubuntu: apt-get install openjdk-21-jdk; or any Temurin) or set JAVA_HOME to it.'
    exit 4
  fi
}

# need_packages PACKAGE...: installs missing Debian packages when this user may, else says which are missing; false then.
need_packages() {
  local package missing=()
  command -v dpkg-query > /dev/null || return 0
  for package in "$@"; do
    # From Debian 13 and Ubuntu 24.04 on, GTK is called libgtk-3-0t64 and provides the old name.
    dpkg-query -W -f '${Status} ' "$package" "${package}t64" 2> /dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null; then
    say "installing ${missing[*]}"
    if { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } > "${TMPDIR:-/tmp}/towercrier-apt.log" 2>&1; then
      return 0
    fi
    say "could not install ${missing[*]}; what apt-get said is in ${TMPDIR:-/tmp}/towercrier-apt.log"
    return 1
  fi
  say "missing: ${missing[*]}. Install them as root: apt-get install ${missing[*]}"
  return 1
}

# sources: the files that the product is built from.
sources() {
  find "$root/bundles" "$root/features" "$root/releng" "$root/pom.xml" "$root/.mvn" \
    \( -name target -o -name src-gen -o -name bin \) -prune -o -type f ! -name '.polyglot.*' ! -name '.tycho-consumer-pom.xml' "$@" -print
}
