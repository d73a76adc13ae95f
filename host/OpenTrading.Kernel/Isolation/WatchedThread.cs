namespace OpenTrading.Kernel.Isolation;

/// <summary>
/// A thread on which foreign code is called, one piece at a time. A piece that does not come back is left behind with its thread, and the next
/// one runs on a new thread.
/// </summary>
/// <remarks>
/// A thread that was left behind is a background thread that nobody waits for; it ends by itself should its piece ever return. It cannot be
/// stopped from outside, nor can a stack overflow or a process out of memory be survived: whoever must survive those runs in another process.
/// </remarks>
/// <param name="name">Name of the threads, for whoever looks at the process.</param>
/// <param name="limit">Longest time a piece may take, above 0.</param>
/// <threadsafety>One caller at a time; <see cref="Abandoned"/> may be read from any thread.</threadsafety>
public sealed class WatchedThread(string name, TimeSpan limit) : IDisposable
{
    // Time for an interrupted piece to notice; a loop with checks in it needs microseconds.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    // Looks are counted instead of time, so that a machine that slept accuses nobody.
    private const int Looks = 4;

    private Worker? _worker;
    private int _abandoned;

    /// <summary>Longest time a piece may take.</summary>
    public TimeSpan Limit { get; } = limit > TimeSpan.Zero
        ? limit
        : throw new ArgumentOutOfRangeException(nameof(limit), limit, "The limit of a watched thread must be above zero.");

    /// <summary>Threads left behind so far. Above 0 the process needs a restart to be rid of them.</summary>
    public int Abandoned => Volatile.Read(ref _abandoned);

    /// <summary>Runs a piece of work and waits for it, at most for <see cref="Limit"/> of a running process.</summary>
    /// <param name="work">The piece. Keep the delegate: with one that exists already, a call allocates nothing.</param>
    /// <param name="interrupt">Asks a late piece to stop; it must neither throw nor block. Null where nothing can be asked.</param>
    public CallResult Run(Action work, Action? interrupt = null)
    {
        Worker worker = _worker ??= new Worker(name);
        worker.Give(work);
        for (int look = 0; look < Looks; look++)
        {
            if (worker.Wait(Limit / Looks))
            {
                return worker.Take();
            }
        }

        interrupt?.Invoke();
        if ((interrupt is not null && worker.Wait(Grace)) || !worker.TryAbandon())
        {
            worker.Take();
            return new CallResult(CallOutcome.Late);
        }

        _worker = null;
        Interlocked.Increment(ref _abandoned);
        return new CallResult(CallOutcome.Abandoned);
    }

    /// <summary>Ends the thread. One that was left behind stays what it is.</summary>
    public void Dispose()
    {
        _worker?.Dispose();
        _worker = null;
    }

    private sealed class Worker : IDisposable
    {
        private const int Busy = 1;
        private const int Done = 2;
        private const int Left = 3;

        private readonly SemaphoreSlim _given = new(0);
        private readonly SemaphoreSlim _back = new(0);
        private Action? _work;
        private string? _thrown;
        private int _state;

        // Nothing of the caller's context may flow to foreign code, nor be kept alive by it.
        public Worker(string name) => new Thread(Loop) { Name = name, IsBackground = true }.UnsafeStart();

        public void Give(Action work)
        {
            _work = work;
            Volatile.Write(ref _state, Busy);
            _given.Release();
        }

        public bool Wait(TimeSpan time) => _back.Wait(time);

        /// <summary>Leaves the thread to itself; false when its piece has come back at the last moment.</summary>
        public bool TryAbandon()
        {
            if (Interlocked.CompareExchange(ref _state, Left, Busy) == Busy)
            {
                return true;
            }

            _back.Wait();
            return false;
        }

        public CallResult Take()
        {
            string? thrown = _thrown;
            _thrown = null;
            return thrown is null ? new CallResult(CallOutcome.Returned) : new CallResult(CallOutcome.Threw, thrown);
        }

        // The thread is the one that lets go of the semaphores: it may still be waiting for one.
        public void Dispose() => _given.Release();

        private void Loop()
        {
            using (_given)
            using (_back)
            {
                do
                {
                    _given.Wait();
                }
                while (RunOne());
            }
        }

        private bool RunOne()
        {
            if (_work is not { } work)
            {
                return false;
            }

            // Between two pieces nothing here may hold on to foreign code: its assembly could never unload.
            _work = null;
            try
            {
                work();
            }
#pragma warning disable CA1031 // Whatever foreign code throws is its caller's to judge.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _thrown = ForeignException.Describe(e);
            }

            if (Interlocked.CompareExchange(ref _state, Done, Busy) == Left)
            {
                return false;
            }

            _back.Release();
            return true;
        }
    }
}
