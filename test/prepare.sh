#!/usr/bin/env bash
# Before the tests: sees to what they need beyond `npm ci`. Installs it where it can (Debian, as root), else says exactly
# what is missing and fails.
set -euo pipefail

missing=()

# Installs Debian packages; fails when this is not Debian, when we are not root, or when the packages cannot be had.
install_packages() {
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
  echo "Installing $* ..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# Chromium: the chat page is tested in a real browser (test/e2e).
if [ ! -x /usr/bin/chromium ] && ! install_packages chromium; then
  missing+=("/usr/bin/chromium: apt-get install chromium")
fi

# Redis: what several processes share is tested on a real one (test/contract, test/faults).
if ! command -v redis-server >/dev/null && ! install_packages redis-server; then
  missing+=("redis-server: apt-get install redis-server")
fi

# hnswlib-node: compiled by npm; left out without an error where there is no compiler.
if ! node -e 'require("hnswlib-node")' 2>/dev/null; then
  if ! { install_packages python3 make g++ && npm ci --no-audit --no-fund && node -e 'require("hnswlib-node")'; }; then
    missing+=("hnswlib-node: apt-get install python3 make g++, then npm ci")
  fi
fi

if [ ${#missing[@]} -gt 0 ]; then
  echo "Thiếu phần mềm để chạy kiểm thử · missing for the tests (as root, on Debian):" >&2
  printf '  - %s\n' "${missing[@]}" >&2
  exit 1
fi
