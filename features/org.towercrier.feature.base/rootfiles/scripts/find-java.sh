# Finds a Java of a minimum version. Sourced by the scripts; works with bash 3.2 (macOS) and newer.

# java_major HOME: prints the major version of the Java in HOME, 0 when there is none. Reads its release file, since
# starting a Java just to ask costs a tenth of a second.
java_major() {
  local line major=0
  if [ -x "$1/bin/java" ]; then
    if [ -r "$1/release" ]; then
      while IFS= read -r line || [ -n "$line" ]; do
        case $line in JAVA_VERSION=*) line=${line#*\"}; major=${line%%[!0-9]*}; break ;; esac
      done < "$1/release"
    else
      major=$("$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = *\([0-9]*\).*/\1/p' | head -n 1)
    fi
  fi
  printf '%s' "${major:-0}"
}

# java_of_path: prints the home of the java in PATH, nothing when there is none.
java_of_path() {
  local java link
  java=$(command -v java) || return 0
  while [ -L "$java" ]; do
    link=$(readlink "$java")
    case $link in /*) java=$link ;; *) java=$(dirname "$java")/$link ;; esac
  done
  dirname "$(dirname "$java")"
}

# find_java MINIMUM [javac]: sets JAVA_HOME to a Java of at least that version, one with a compiler when asked for; false
# when this machine has none. What the caller chose (JAVA_HOME, then PATH) comes first, else the newest.
find_java() {
  local minimum=$1 tool=bin/${2:-java} home major best='' newest=0
  for home in "${JAVA_HOME:-}" "$(java_of_path)"; do
    if [ -n "$home" ] && [ -x "$home/$tool" ] && [ "$(java_major "$home")" -ge "$minimum" ]; then
      export JAVA_HOME=$home
      return 0
    fi
  done
  for home in /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/*java* /opt/*/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      "$HOME"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -x "$home/$tool" ]; then
      major=$(java_major "$home")
      if [ "$major" -ge "$minimum" ] && [ "$major" -gt "$newest" ]; then
        newest=$major
        best=$home
      fi
    fi
  done
  [ -n "$best" ] || return 1
  export JAVA_HOME=$best
}

# Java reads file names in the character set of the locale. Without one (a service, a container) that is ASCII, and a file with a
# Chinese name cannot even be named: the neutral UTF-8 locale is taken then.
utf8_names() {
  case $(locale charmap 2>/dev/null || true) in
    '' | ANSI_X3.4-1968 | US-ASCII)
      unset LC_ALL
      export LC_CTYPE=C.UTF-8
      ;;
  esac
}
utf8_names
