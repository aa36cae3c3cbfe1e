# Completion of datagen's command line in fish: the program itself says what may come next.
function __datagen_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    set -l reply ($program complete $words[2..-1] "$current" 2>/dev/null)
    set -l directive $reply[1]
    set -e reply[1]
    switch "$directive"
        case ':words*'
            printf '%s\n' $reply
        case ':files*' ':directories'
            set -l head (string match -r '^--[^=]*=' -- $current)
            set -l value $current
            test -n "$head"; and set value (string replace -- "$head" '' $current)
            set -l extensions (string split -n ' ' -- (string replace ':files' '' -- $directive))
            for path in (__fish_complete_path "$value")
                set -l name (string split -m 1 \t -- $path)[1]
                if not string match -q '*/' -- $name
                    test "$directive" = ':directories'; and continue
                    if set -q extensions[1]; and not contains -- (string replace -r '.*\.' '' -- $name) $extensions
                        continue
                    end
                end
                printf '%s\n' "$head$path"
            end
    end
end
complete -c datagen -f -a '(__datagen_complete)'
