namespace OpenTrading.Kernel.Tests.Support;

/// <summary>Foreign code that does not come back before the test lets it.</summary>
internal sealed class Hang : IDisposable
{
    private readonly ManualResetEventSlim _release = new();

    /// <summary>The thread that hung last.</summary>
    public Thread? Thread { get; private set; }

    public void Block()
    {
        Thread = Thread.CurrentThread;
        _release.Wait();
    }

    public void Release() => _release.Set();

    /// <summary>Lets the thread go; the event stays, for it may still be looking at it.</summary>
    public void Dispose() => Release();
}
