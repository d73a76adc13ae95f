/* The ceiling: workload W1 as a bare loop. Reads count, opens and closes (native int64 and doubles) from the file named first, runs it as
   often as named second, for each pair of fast and slow named after that, and prints a line of: best and median nanoseconds, fills, final equity. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const double units = 100000, fee = 0.00007, cash = 1000000, touch = 1e-9;

typedef struct { int64_t fills; double equity; } result;

static result run(const double *open, const double *close, int64_t n, int fast, int slow, double *equity)
{
    double fast_sum = 0, slow_sum = 0, balance = cash, entry = 0;
    int state = 0, wanted = 0, position = 0;
    int64_t fills = 0;
    for (int64_t i = 0; i < n; i++) {
        if (wanted != 0) {
            balance += position * (open[i] - entry) * units;
            balance -= fee * units * open[i] * (position == 0 ? 1 : 2);
            position = wanted;
            entry = open[i];
            wanted = 0;
            fills++;
        }
        fast_sum += close[i] - (i >= fast ? close[i - fast] : 0);
        slow_sum += close[i] - (i >= slow ? close[i - slow] : 0);
        equity[i] = balance + position * (close[i] - entry) * units;
        if (i < slow - 1)
            continue;
        double distance = fast_sum / fast - slow_sum / slow;
        int next = distance > touch ? 1 : distance < -touch ? -1 : state;
        if (next != state) {
            wanted = state == 0 ? 0 : next;
            state = next;
        }
    }
    return (result){ fills, equity[n - 1] };
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    FILE *file = argc >= 5 ? fopen(argv[1], "rb") : NULL;
    int64_t n = 0;
    if (file == NULL || fread(&n, sizeof n, 1, file) != 1)
        return 2;
    double *open = malloc(n * sizeof *open), *close = malloc(n * sizeof *close), *equity = malloc(n * sizeof *equity);
    if (fread(open, sizeof *open, n, file) != (size_t)n || fread(close, sizeof *close, n, file) != (size_t)n)
        return 2;
    int runs = atoi(argv[2]);
    double *times = malloc(runs * sizeof *times);
    for (int r = 0; r < runs; r++) {
        struct timespec from, to;
        result last = { 0, 0 };
        clock_gettime(CLOCK_MONOTONIC, &from);
        for (int a = 3; a + 1 < argc; a += 2)
            last = run(open, close, n, atoi(argv[a]), atoi(argv[a + 1]), equity);
        clock_gettime(CLOCK_MONOTONIC, &to);
        times[r] = (to.tv_sec - from.tv_sec) * 1e9 + (to.tv_nsec - from.tv_nsec);
        if (r == runs - 1) {
            qsort(times, runs, sizeof *times, by_value);
            printf("%.0f %.0f %" PRId64 " %.9f\n", times[0], times[runs / 2], last.fills, last.equity);
        }
    }
    return 0;
}
