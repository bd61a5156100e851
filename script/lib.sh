# What the scripts beside this file share. Sourced by them, not run.

set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Java 17 reads file names in the locale's encoding, and ours are Chinese.
if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
    export LC_ALL=C.UTF-8
fi

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$@"
    exit 1
}

# Whether a part that the scripts need is on this machine.
is_there() {
    case $1 in
        jdk) [[ $(javac -version 2>&1) =~ ^javac\ ([0-9]+) ]] && [ "${BASH_REMATCH[1]}" -ge 17 ] ;;
        maven) command -v mvn ;;
        npm) command -v npm ;;
        postgis) compgen -G '/usr/lib/postgresql/*/lib/postgis-3.so' ;;
        pgrouting) compgen -G '/usr/share/postgresql/*/extension/pgrouting.control' ;;
        chromium) command -v chromium ;;
        chinese-font) compgen -G '/usr/share/fonts/*/noto/NotoSansCJK-Regular.ttc' ;;
        gdal) command -v ogr2ogr ;;
        docker) command -v dockerd ;;
        wrk) command -v wrk ;;
        cbc) command -v cbc ;;
        python) python3 -c 'import ensurepip, venv' ;;
        curl) command -v curl ;;
        # Debian's Python alone has them, whichever other comes first in the path.
        python-gdal) /usr/bin/python3 -c 'from osgeo import ogr' ;;
        qgis) /usr/bin/python3 -c 'import qgis.core' ;;
        owslib) /usr/bin/python3 -c 'import owslib.ogcapi.features' ;;
    esac >/dev/null 2>&1
}

# The Debian package that brings a part.
package_of() {
    case $1 in
        jdk) echo default-jdk-headless ;;
        maven) echo maven ;;
        npm) echo npm ;;
        postgis) echo postgresql-postgis ;;
        pgrouting) echo postgresql-pgrouting ;;
        chromium) echo chromium ;;
        chinese-font) echo fonts-noto-cjk ;;
        gdal) echo gdal-bin ;;
        docker) echo docker.io ;;
        wrk) echo wrk ;;
        cbc) echo coinor-cbc ;;
        python) echo python3-venv ;;
        curl) echo curl ;;
        python-gdal) echo python3-gdal ;;
        qgis) echo python3-qgis ;;
        owslib) echo python3-owslib ;;
    esac
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# Whether as_root can work: sudo may ask for a password only where somebody can answer.
can_be_root() {
    [ "$(id -u)" = 0 ] && return
    command -v sudo >/dev/null || return
    sudo -n true 2>/dev/null || [ -t 0 ]
}

# need <part>...: installs those that are missing, or says what to install and stops.
need() {
    local part packages=()
    for part in "$@"; do
        is_there "$part" || packages+=("$(package_of "$part")")
    done
    [ ${#packages[@]} = 0 ] && return
    local wanted="apt-get install ${packages[*]}"
    if ! command -v apt-get >/dev/null; then
        die "This machine lacks some things, and has no apt-get to install them." \
            "Install what Debian's packages of these names hold: ${packages[*]}"
    fi
    can_be_root || die "This machine lacks some things. Install them as root, then start this again:
    $wanted"
    say "Installing with apt-get: ${packages[*]}"
    install_packages "${packages[@]}" || die "That failed. Install them as root, then start this again:
    $wanted"
    for part in "$@"; do
        is_there "$part" || die "The package $(package_of "$part") did not bring what was expected: $part"
    done
}

# In a subshell, so that the trap is its own and ends with it.
install_packages() (
    # Debian's PostgreSQL makes and starts a database server of its own on port 5432 when it is
    # first installed. We need its programs only, so we say no for as long as the installation
    # takes; the setting goes away again, since later installations are not our business.
    settings=/etc/postgresql-common/createcluster.d
    made=()
    for folder in "${settings%/*}" "$settings"; do
        [ -d "$folder" ] || made=("$folder" "${made[@]}")
    done
    trap forget_settings EXIT
    as_root mkdir -p "$settings" &&
        echo 'create_main_cluster = false' | as_root tee "$settings/weiwang.conf" >/dev/null &&
        as_root apt-get -q update &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@"
)

# Leaves the folders that were there before install_packages, and those that apt-get has filled.
forget_settings() {
    as_root rm -f "$settings/weiwang.conf"
    for folder in "${made[@]}"; do
        if [ -d "$folder" ]; then
            as_root rmdir --ignore-fail-on-non-empty "$folder"
        fi
    done
}

docker_answers() { timeout 10 docker info >/dev/null 2>&1; }

# Makes ready for tests in a container.
prepare_container() {
    "$project/script/test-image"
    # In a container Testcontainers takes the engine to be outside, and needs an image from a
    # registry to find the way there. It need not where the engine runs beside us.
    if [ "$(docker info --format '{{.Name}}')" = "$(hostname)" ]; then
        export TESTCONTAINERS_HOST_OVERRIDE=localhost
    fi
}

# start_demo <data> [county]: serves the demo county, or what a folder has in its place, on a free
# port for as long as the script runs, from a database of its own in the folder data. demo_url says
# where, once all of it answers.
start_demo() {
    local county=${2:-$project/shapefiles/510131}
    need jdk maven npm postgis curl
    mkdir -p "$1"
    exec {demo_says}< <(WEIWANG_PORT=0 WEIWANG_DATA=$1 \
        exec "$project/script/weiwang" demo --from "$county" 2>"$1/demo.log")
    demo=$!
    trap stop_demo EXIT
    demo_url=
    local line
    while [ -z "$demo_url" ] && read -r line <&"$demo_says"; do
        # The other lines hold a token, and are nobody else's business.
        [[ $line =~ answers\ on\ (http[^ ]+) ]] && demo_url=${BASH_REMATCH[1]}
    done
    [ -n "$demo_url" ] || die "The demo county is not served; why, $1/demo.log says"
    # Whatever else it says must go somewhere, or it would wait for a reader.
    cat <&"$demo_says" >/dev/null &
    until curl -sf "$demo_url/health/ready" | grep -q '"circle":"ready"'; do
        kill -0 "$demo" 2>/dev/null || die "The demo county is served no more; why, $1/demo.log says"
        sleep 0.5
    done
}

stop_demo() {
    kill "$demo" 2>/dev/null || return 0
    tail --pid="$demo" -f /dev/null
}
