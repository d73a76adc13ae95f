using System.Collections.Concurrent;

namespace OpenTrading.MetaTrader.Links;

/// <summary>The links that one listener has open, so that none outlives it.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class LinkSet
{
    private readonly ConcurrentDictionary<ILink, Task> _open = [];

    /// <summary>Lets a link be served.</summary>
    public void Serve(ILink link, Func<ILink, Task> accept)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[link] = RunAsync(link, accept, begun.Task);
        begun.SetResult();
    }

    /// <summary>Ends all links and waits until nobody serves one.</summary>
    public async Task EndAsync()
    {
        foreach (ILink link in _open.Keys)
        {
            link.Abort();
        }

        await Task.WhenAll(_open.Values).ConfigureAwait(false);
    }

    private async Task RunAsync(ILink link, Func<ILink, Task> accept, Task begun)
    {
        await begun.ConfigureAwait(false);
        try
        {
            await accept(link).ConfigureAwait(false);
        }
        finally
        {
            await link.DisposeAsync().ConfigureAwait(false);
            _open.TryRemove(link, out _);
        }
    }
}
