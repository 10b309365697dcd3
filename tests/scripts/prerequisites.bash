# Sourced by ./test: what the checks need beside the .NET SDK. Each is installed only if it is missing.

apt_updated=false

install_packages() {
  if [[ $(id -u) != 0 ]]; then
    echo "Missing: $*. Install it as root: apt-get install $*" >&2
    exit 1
  fi
  if ! command -v apt-get >/dev/null; then
    echo "Missing: $*, and this machine has no apt-get. Install the same by its own means." >&2
    exit 1
  fi
  if ! $apt_updated; then
    echo 'apt-get update'
    apt-get update -qq 9>&-
    apt_updated=true
  fi
  echo "apt-get install $*"
  # The log is shown only if the installation fails.
  if ! DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >.test/apt.log 2>&1 9>&-; then
    cat .test/apt.log >&2
    exit 1
  fi
}

# True when node is there in version 18 or later, with npm.
has_node() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    (($(node -p 'process.versions.node.split(".")[0]') >= 18))
}

has_korean_font() { [[ -n $(find /usr/share/fonts -iname 'NotoSansCJK*' -print -quit 2>/dev/null) ]]; }

set_up_prerequisites() {
  heading 'Set-up'
  if ! dotnet --version >/dev/null 2>&1; then
    echo 'The .NET 10 SDK is missing: https://dotnet.microsoft.com/download/dotnet/10.0' >&2
    exit 1
  fi
  local missing=()
  [[ -x /usr/lib/postgresql/15/bin/initdb ]] || missing+=(postgresql-15)
  command -v javac >/dev/null || missing+=(openjdk-17-jdk-headless)
  command -v openssl >/dev/null || missing+=(openssl)
  command -v pdftotext >/dev/null || missing+=(poppler-utils)
  # The second judges of signatures and envelopes: Apache Santuario and Bouncy Castle for Java.
  [[ -f /usr/share/java/xmlsec.jar ]] || missing+=(libxml-security-java libxalan2-java libwoodstox-java libstax2-api-java libslf4j-java libcommons-codec-java)
  [[ -f /usr/share/java/bcpkix.jar ]] || missing+=(libbcprov-java libbcpkix-java)
  if ! $quick; then
    command -v chromium >/dev/null || missing+=(chromium)
    has_korean_font || missing+=(fonts-noto-cjk)
    has_node || missing+=(nodejs npm)
  fi
  ((${#missing[@]} == 0)) || install_packages "${missing[@]}"
  if [[ $(id -u) == 0 ]] && ! id "$postgres_user" >/dev/null 2>&1; then
    useradd --system --no-create-home --shell /usr/sbin/nologin "$postgres_user"
  fi
  echo "dotnet $(dotnet --version), PostgreSQL $(/usr/lib/postgresql/15/bin/postgres --version | grep -oE '[0-9.]+' | head -1)"
}
