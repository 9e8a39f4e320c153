# shellcheck shell=bash
# The one place that knows what the program needs from the machine. `prepare run` and
# `prepare test` make .venv ready and leave its interpreter in $python. When nothing changed
# since the last time they only compare a few lines of text; everything they say goes to
# standard error, so that standard output belongs to the command alone.

root="$(readlink -f "${BASH_SOURCE[0]}")"
root="${root%/packaging/environment.sh}"
python="$root/.venv/bin/python"
# Lets a command be started from any folder; a virtual environment cannot lie in a path with ":".
export PYTHONPATH="$root"
# Without kept byte code each start compiles the whole program anew, a third of its time.
unset PYTHONDONTWRITEBYTECODE

# What has to be there, and the Debian package that brings it. Qt draws text with the font
# that libfontconfig1 depends on.
run_libraries="libEGL.so.1=libegl1 libGL.so.1=libgl1 libglib-2.0.so.0=libglib2.0-0
    libdbus-1.so.3=libdbus-1-3 libfontconfig.so.1=libfontconfig1 libxkbcommon.so.0=libxkbcommon0
    libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4
    libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-shape.so.0=libxcb-shape0
    libxcb-xkb.so.1=libxcb-xkb1 libxkbcommon-x11.so.0=libxkbcommon-x11-0"
test_programs="Xvfb=xvfb openbox=openbox xdotool=xdotool pdftotext=poppler-utils"

say() { printf '%s\n' "$*" >&2; }

prepare() { # run|test
    local purpose="$1"
    local stamp="$root/.venv/ready-to-$purpose"
    local unfinished="$root/.venv/unfinished"
    # A second start waits in set_up until the first is done. The lock is on this file, since
    # .venv may be made anew, and it ends with the process that holds it.
    is_ready || set_up 9<"$root/packaging/environment.sh" || exit 1
}

is_ready() {
    [[ -x $python && -r $stamp && ! -e $unfinished ]] &&
        [[ "$(<"$stamp")" == "$(wanted_environment)" ]]
}

# Everything that, when it changes, calls for another look at the machine.
wanted_environment() {
    printf '%s\n' "$purpose" "$run_libraries" "$test_programs"
    readlink -f "$python"
    sed -n '/^requires-python/p; /^dependencies = \[/,/^\]/p
        /^\[project.optional-dependencies\]/,/^\[/p' "$root/pyproject.toml"
}

set_up() {
    local base missing
    base="$(find_python)" || return 1
    if ! "$base" -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)' 2>/dev/null; then
        say "Waiting for another start that is setting up the environment."
        "$base" -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX)' || return 1
    fi
    if is_ready; then return; fi
    rm -f "$stamp"
    missing="$(missing_packages "$base" | xargs)"
    if [[ -n $missing ]]; then
        install_packages "$missing"
        missing="$(missing_packages "$base" | xargs)"
    fi
    if [[ $missing == *-venv* || (-n $missing && $purpose == test) ]]; then return 1; fi
    install_requirements "$base" 9<&- || return 1
    # Without the libraries commands work but the window cannot open: look again next time.
    if [[ -z $missing ]]; then
        wanted_environment >"$stamp.new" && mv "$stamp.new" "$stamp"
    fi
}

is_accepted() { # interpreter, modules it must have
    "$1" -c "import sys, $2; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))" 2>/dev/null
}

find_python() {
    local candidate modules
    # One that has all its parts goes first: Debian keeps some in packages of their own, and who
    # builds Python without SQLite's or OpenSSL's headers gets one without these modules.
    for modules in "ensurepip, sqlite3, ssl" sys; do
        for candidate in python3 python3.13 python3.12 python3.11; do
            if is_accepted "$candidate" "$modules"; then
                command -v "$candidate"
                return
            fi
        done
    done
    say "Contact Notebook needs Python 3.11, 3.12 or 3.13, but here python3 is" \
        "$(python3 --version 2>/dev/null || echo missing): please install one of these" \
        "(Debian, Ubuntu: apt-get install python3 python3-venv, or python3.13 python3.13-venv)."
    return 1
}

# The Debian packages whose part is not there; on macOS Qt brings all of it.
missing_packages() { # interpreter
    local program
    is_accepted "$1" ensurepip ||
        "$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    if [[ $(uname) != Darwin ]]; then
        # shellcheck disable=SC2086
        "$1" -c '
import ctypes, sys
for item in sys.argv[1:]:
    library, package = item.split("=")
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)
' $run_libraries
    fi
    if [[ $purpose == run ]]; then return; fi
    for program in $test_programs; do
        command -v "${program%=*}" >/dev/null || echo "${program#*=}"
    done
}

install_packages() { # packages
    local command="apt-get install --yes --no-install-recommends $1"
    if ! command -v apt-get >/dev/null; then
        say "Missing here, by the names they have on Debian: $1. Please install them with this" \
            "system's own package tool."
    elif [[ $(id -u) != 0 ]]; then
        say "Missing here: $1. Please type: sudo $command"
    else
        say "Installing system packages: $1"
        {
            # An installation that was cut off is finished first. If the lists cannot all be
            # fetched, the packages may still be had.
            export DEBIAN_FRONTEND=noninteractive
            dpkg --configure --pending
            apt-get update --quiet
            $command --fix-broken --quiet --option DPkg::Lock::Timeout=300 ||
                say "That failed. Once the reason above is mended, type: $command"
        } </dev/null >&2 9<&-
    fi
}

install_requirements() { # interpreter
    local installed="$root/.venv/requirements-to-$purpose.txt"
    # What an earlier attempt left half done is not worth mending.
    if [[ -e $unfinished ]] || ! is_accepted "$python" pip; then
        say "Making the environment in $root/.venv: once, about 300 MB, a minute or two."
        rm -rf "$root/.venv"
        mkdir "$root/.venv" && touch "$unfinished" && "$1" -m venv "$root/.venv" || return 1
    fi
    "$python" -c '
import sys, tomllib
with open(sys.argv[1], "rb") as file:
    project = tomllib.load(file)["project"]
print(*project["dependencies"], sep="\n")
if sys.argv[2] == "test":
    print(*project["optional-dependencies"]["development"], sep="\n")
' "$root/pyproject.toml" "$purpose" >"$installed.new" || return 1
    if [[ ! -e $unfinished ]] && cmp -s "$installed.new" "$installed"; then return; fi
    touch "$unfinished"
    if ! "$python" -m pip install --disable-pip-version-check --requirement "$installed.new" \
        </dev/null >&2; then
        say "The environment could not be made; the reason is above. Please start again then."
        return 1
    fi
    mv "$installed.new" "$installed" && rm "$unfinished"
}
