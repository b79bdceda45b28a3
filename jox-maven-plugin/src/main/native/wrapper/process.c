#define _GNU_SOURCE
#include "wrapper.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

void jox_exec(const jox_list *command) {
    execvp(command->items[0], command->items);
    jox_die("%s: %s", command->items[0], strerror(errno));
}

int jox_run(const jox_list *command) {
    pid_t child = fork();
    if (child < 0) {
        jox_die("cannot start %s: %s", command->items[0], strerror(errno));
    }
    if (child == 0) {
        jox_exec(command);
    }
    int status;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) {
            jox_die("cannot wait for %s: %s", command->items[0], strerror(errno));
        }
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void jox_copy(const char *from, const char *to) {
    int in = open(from, O_RDONLY | O_CLOEXEC);
    int out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (in < 0 || out < 0) {
        jox_die("cannot copy %s to %s: %s", from, to, strerror(errno));
    }
    static char buffer[1 << 16];
    ssize_t got;
    while ((got = read(in, buffer, sizeof buffer)) > 0) {
        for (ssize_t done = 0; done < got;) {
            ssize_t written = write(out, buffer + done, (size_t) (got - done));
            if (written < 0) {
                jox_die("cannot write %s: %s", to, strerror(errno));
            }
            done += written;
        }
    }
    if (got < 0 || close(out) != 0) {
        jox_die("cannot copy %s to %s: %s", from, to, strerror(errno));
    }
    close(in);
}
