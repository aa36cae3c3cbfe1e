# Completion of datagen's command line in bash: the program itself says what may come next.
_datagen() {
    local i gap word rest=$COMP_LINE words=() reply=()
    # bash cuts words at '=' and ':'; together again where no blank stands between them.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        gap=${rest%%[![:space:]]*}
        rest=${rest#"$gap"}
        rest=${rest#"$word"}
        if ((i > 0)) && [[ -z $gap ]]; then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
        fi
    done
    local current=${words[${#words[@]} - 1]} last=${COMP_WORDS[COMP_CWORD]}
    [[ $last == [=:] ]] && last=
    local head=${current%"$last"} # what bash has set aside

    COMPREPLY=()
    mapfile -t reply < <("${words[0]/#\~\//$HOME/}" complete "${words[@]:1}" 2>/dev/null)
    case ${reply[0]} in
        :files* | :directories)
            local value=$current kind=-f extensions=${reply[0]#:files}
            [[ $current == --*=* ]] && value=${current#*=}
            [[ ${reply[0]} == :directories ]] && kind=-d
            compopt -o filenames 2>/dev/null
            while IFS= read -r word; do
                [[ $kind == -f && -n $extensions && ! -d $word && " $extensions " != *" ${word##*.} "* ]] && continue
                COMPREPLY+=("$word")
            done < <(compgen "$kind" -- "$value")
            ;;
        :words*)
            [[ ${reply[0]} == *nospace* ]] && compopt -o nospace 2>/dev/null
            for word in "${reply[@]:1}"; do
                word=${word%%$'\t'*}
                COMPREPLY+=("${word#"$head"}")
            done
            ;;
    esac
}
complete -F _datagen datagen
