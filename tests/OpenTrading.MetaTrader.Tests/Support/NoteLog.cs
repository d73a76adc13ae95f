using System.Collections.Concurrent;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.MetaTrader.Tests.Support;

/// <summary>Keeps what is written down.</summary>
internal sealed class NoteLog : IJournalNotes
{
    public ConcurrentQueue<(string Type, Dictionary<string, string?> Facts)> Notes { get; } = new();

    public void Write(string type, params IReadOnlyList<(string Name, string? Value)> facts) =>
        Notes.Enqueue((type, facts.ToDictionary(f => f.Name, f => f.Value)));

    /// <summary>The facts of the one note of a type.</summary>
    public Dictionary<string, string?> Only(string type) => Assert.Single(Notes, n => n.Type == type).Facts;
}
