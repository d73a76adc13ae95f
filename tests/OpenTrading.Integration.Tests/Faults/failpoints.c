/* Fail points of a host that runs unmodified. Preloaded, this stands between the program and the C library, at the writes of its audit journal and at
   what it sends. Once the file named by FAIL_POINT is there, whose first line is "MOMENT TYPE" and whose second, where one is needed, is a text, it acts:

     before TYPE   dies before the record of that type is written
     torn TYPE     dies with half of the record written
     after TYPE    dies once the record is written, before anything follows
     effect TYPE   dies once, after the record, bytes that hold the text were sent
     full TYPE     has no space left for a record of that type, nor, from then on, for any, until the reserve beside the journal was given back
     empty TYPE    has no space left, reserve or not

   A type * is every record. A point that was hit is renamed to FILE.hit, so that it is hit once.

   The file named by CLOCK_SHIFT holds 8 bytes, seconds by which the wall clock is ahead of the machine's; the clock that only counts is left alone. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { NAME = 4096, WORD = 64, TEXT = 256 };

struct point {
    char moment[WORD];
    char type[WORD];
    char text[TEXT];
};

static char awaited[TEXT];
static volatile int is_awaiting;
static volatile int is_full;

static const char *point_file(void)
{
    const char *file = getenv("FAIL_POINT");
    return file && *file ? file : NULL;
}

static int read_point(struct point *p)
{
    char content[2 * WORD + TEXT];
    const char *file = point_file();
    int fd = file ? open(file, O_RDONLY | O_CLOEXEC) : -1;
    if (fd < 0) {
        return 0;
    }
    ssize_t length = read(fd, content, sizeof content - 1);
    close(fd);
    if (length <= 0) {
        return 0;
    }
    content[length] = 0;
    memset(p, 0, sizeof *p);
    return sscanf(content, "%63s %63[^\n]\n%255[^\n]", p->moment, p->type, p->text) >= 2;
}

static void note(void)
{
    char hit[NAME];
    const char *file = point_file();
    if (file && snprintf(hit, sizeof hit, "%s.hit", file) < (int)sizeof hit) {
        rename(file, hit);
    }
}

static void die(void)
{
    note();
    kill(getpid(), SIGKILL);
    for (;;) {
        pause();
    }
}

static int name_of(int fd, char *name)
{
    char link[WORD];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, name, NAME - 1);
    name[length > 0 ? length : 0] = 0;
    return length > 0;
}

static int ends_with(const char *name, const char *end)
{
    size_t n = strlen(name), m = strlen(end);
    return n >= m && strcmp(name + n - m, end) == 0;
}

/* The first record of a type in a batch: where it begins, and where the next one does. */
static int find(const struct point *p, const char *bytes, size_t count, size_t *begin, size_t *end)
{
    char mark[WORD + 16];
    if (strcmp(p->type, "*") == 0) {
        const char *feed = memchr(bytes, '\n', count);
        *begin = 0;
        *end = feed ? (size_t)(feed - bytes) + 1 : count;
        return 1;
    }
    snprintf(mark, sizeof mark, "\"type\":\"%s\"}\n", p->type);
    const char *found = memmem(bytes, count, mark, strlen(mark));
    if (!found) {
        return 0;
    }
    const char *before = memrchr(bytes, '\n', (size_t)(found - bytes));
    *begin = before ? (size_t)(before - bytes) + 1 : 0;
    *end = (size_t)(found - bytes) + strlen(mark);
    return 1;
}

static int has_reserve(const char *journal)
{
    char reserve[NAME + 16];
    const char *slash = strrchr(journal, '/');
    snprintf(reserve, sizeof reserve, "%.*s/reserve.bin", (int)(slash - journal), journal);
    return access(reserve, F_OK) == 0;
}

static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
static ssize_t (*real_send)(int, const void *, size_t, int);
static ssize_t (*real_sendmsg)(int, const struct msghdr *, int);
static int (*real_clock)(clockid_t, struct timespec *);
static const volatile int64_t *shift;

__attribute__((constructor)) static void load(void)
{
    *(void **)&real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    *(void **)&real_send = dlsym(RTLD_NEXT, "send");
    *(void **)&real_sendmsg = dlsym(RTLD_NEXT, "sendmsg");
    *(void **)&real_clock = dlsym(RTLD_NEXT, "clock_gettime");
    const char *file = getenv("CLOCK_SHIFT");
    int fd = file ? open(file, O_RDONLY | O_CLOEXEC) : -1;
    if (fd >= 0) {
        void *bytes = mmap(NULL, sizeof *shift, PROT_READ, MAP_SHARED, fd, 0);
        shift = bytes == MAP_FAILED ? NULL : bytes;
        close(fd);
    }
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    int result = real_clock ? real_clock(clock, now) : (int)syscall(SYS_clock_gettime, clock, now);
    if (result == 0 && shift && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        now->tv_sec += *shift;
    }
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
    struct timespec time;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &time);
    now->tv_sec = time.tv_sec;
    now->tv_usec = time.tv_nsec / 1000;
    return 0;
}

static ssize_t write_journal(int fd, const char *name, const char *bytes, size_t count, off64_t offset)
{
    struct point p;
    size_t begin, end;
    if (!read_point(&p)) {
        is_full = 0;
        return real_pwrite(fd, bytes, count, offset);
    }
    if (strcmp(p.moment, "full") == 0 || strcmp(p.moment, "empty") == 0) {
        is_full = is_full || find(&p, bytes, count, &begin, &end);
        if (is_full && (strcmp(p.moment, "empty") == 0 || has_reserve(name))) {
            errno = ENOSPC;
            return -1;
        }
        return real_pwrite(fd, bytes, count, offset);
    }
    if (is_awaiting || !find(&p, bytes, count, &begin, &end)) {
        return real_pwrite(fd, bytes, count, offset);
    }
    if (strcmp(p.moment, "effect") == 0) {
        ssize_t written = real_pwrite(fd, bytes, count, offset);
        strcpy(awaited, p.text);
        is_awaiting = 1;
        return written;
    }
    size_t part = strcmp(p.moment, "before") == 0 ? begin : strcmp(p.moment, "torn") == 0 ? begin + (end - begin) / 2 : end;
    if (part > 0) {
        real_pwrite(fd, bytes, part, offset);
    }
    die();
    return -1;
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset)
{
    char name[NAME];
    if (!point_file() || !name_of(fd, name)) {
        return real_pwrite(fd, bytes, count, offset);
    }
    if (ends_with(name, "/audit/audit.jsonl")) {
        return write_journal(fd, name, bytes, count, offset);
    }
    /* The switch's file lies on the same disk. */
    if (is_full && strstr(name, "/kill_switch.json")) {
        errno = ENOSPC;
        return -1;
    }
    return real_pwrite(fd, bytes, count, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset)
{
    return pwrite64(fd, bytes, count, offset);
}

/* A close with bytes unread would take back what the peer has not read yet; what was sent shall have left. */
static void die_after(int fd)
{
    char unread[4096];
    shutdown(fd, SHUT_WR);
    while (recv(fd, unread, sizeof unread, MSG_DONTWAIT) > 0) {
    }
    die();
}

ssize_t send(int fd, const void *bytes, size_t count, int flags)
{
    ssize_t sent = real_send(fd, bytes, count, flags);
    if (is_awaiting && sent > 0 && memmem(bytes, (size_t)sent, awaited, strlen(awaited))) {
        die_after(fd);
    }
    return sent;
}

ssize_t sendmsg(int fd, const struct msghdr *message, int flags)
{
    ssize_t sent = real_sendmsg(fd, message, flags);
    for (size_t i = 0; is_awaiting && sent > 0 && i < message->msg_iovlen; i++) {
        if (memmem(message->msg_iov[i].iov_base, message->msg_iov[i].iov_len, awaited, strlen(awaited))) {
            die_after(fd);
        }
    }
    return sent;
}
