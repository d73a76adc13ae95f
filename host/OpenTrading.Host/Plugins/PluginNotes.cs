using System.Text.RegularExpressions;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Host.Plugins;

/// <summary>Lets a plugin write into the journal under its own name, and about its own affairs alone.</summary>
/// <param name="pluginId">Who writes.</param>
/// <param name="journal">The record of the running host; null where none runs.</param>
internal sealed partial class PluginNotes(string pluginId, Func<IJournal?> journal) : IJournalNotes
{
    private const int MostFacts = 32;
    private const int LongestText = 1000;

    // What these say, the host acts on when it starts again.
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "order", "approval", "position", "trading", "day", "kill", "recon", "host", "session", "audit", "config", "clock", "call", "decision",
        "strategy", "plugin", "replay", "operator", "token", "note", "journal", "import", "checkpoint",
    };

    public void Write(string type, params IReadOnlyList<(string Name, string? Value)> facts)
    {
        if (!Form().IsMatch(type) || Kept.Contains(type.Split('.')[0]))
        {
            throw new ArgumentException($"'{type}' is no type a plugin may write; take such as 'ea.connected', with an area of the plugin's own.", nameof(type));
        }

        if (journal() is not { } record)
        {
            return;
        }

        var payload = new JournalPayload(facts.Count + 1) { ["plugin"] = pluginId };
        foreach ((string name, string? value) in facts.Take(MostFacts))
        {
            payload[name] = value is { Length: > LongestText } ? value[..LongestText] : value;
        }

        try
        {
            record.Append("host", type, payload, Durability.Buffered);
        }
        catch (JournalException)
        {
            // A journal that takes nothing has stopped trading already; a note is no reason for more.
        }
    }

    [GeneratedRegex(@"\A(?=.{3,64}\z)[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+\z")]
    private static partial Regex Form();
}
