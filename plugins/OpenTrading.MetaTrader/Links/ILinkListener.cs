namespace OpenTrading.MetaTrader.Links;

/// <summary>Where experts connect.</summary>
internal interface ILinkListener : IAsyncDisposable
{
    /// <summary>Where it listens, for people.</summary>
    string Address { get; }

    /// <summary>Begins to listen; every link is handed to <paramref name="accept"/>, which owns it and ends when the link does.</summary>
    /// <exception cref="IOException">Another process listens there.</exception>
    Task StartAsync(Func<ILink, Task> accept, CancellationToken cancellationToken);
}
