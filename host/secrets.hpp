// Passwords on the command line.
#pragma once

#include <string>
#include <vector>

namespace datagen::host {

// Overwrites them in the process's arguments, where others could read them: the values of password=... and the password
// of scheme://user:password@host.  What the program itself needs must have been copied.
void hide_passwords(int argc, char** argv);

}  // namespace datagen::host
