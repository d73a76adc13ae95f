using System.IO.Pipelines;

namespace OpenTrading.MetaTrader.Links;

/// <summary>A two-way stream of lines to one expert, whatever carries it.</summary>
internal interface ILink : IAsyncDisposable
{
    /// <summary>What carries it: <c>tcp</c>, <c>pipe</c> or <c>http</c>.</summary>
    string Kind { get; }

    /// <summary>Who is at the other end, as far as one can tell: an address without its port, so that a peer that misbehaves can be kept away.</summary>
    string Peer { get; }

    /// <summary>What the expert sends.</summary>
    PipeReader Input { get; }

    /// <summary>What is sent to the expert.</summary>
    PipeWriter Output { get; }

    /// <summary>Ends it at once, from any thread: a read that waits ends too.</summary>
    void Abort();
}
