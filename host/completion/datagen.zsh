#compdef datagen
# Completion of datagen's command line in zsh: the program itself says what may come next.
_datagen() {
    local -a reply names shown suffix extensions
    local line directive
    reply=("${(@f)$("${(Q)words[1]/#\~\//$HOME/}" complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    directive=$reply[1]
    shift reply
    case $directive in
        :files* | :directories)
            [[ $PREFIX == --*=* ]] && compset -P '*='
            extensions=(${=directive#:files})
            if [[ $directive == :directories ]]; then
                _files -/
            elif (( $#extensions )); then
                _files -g "*.(${(j:|:)extensions})(-.)"
            else
                _files
            fi
            ;;
        :words*)
            [[ $directive == *nospace* ]] && suffix=(-S '')
            for line in $reply; do
                names+=("${line%%$'\t'*}")
                shown+=("${line/$'\t'/  -- }")
            done
            compadd "${suffix[@]}" -l -d shown -a names
            ;;
    esac
}
if [[ $funcstack[1] == _datagen ]]; then
    _datagen "$@"
else
    compdef _datagen datagen
fi
