namespace OpenTrading.Sdk.Plugins;

/// <summary>Where a plugin writes down what happened to it: in the host's journal, among all other records.</summary>
/// <remarks>Orders, approvals and switches are the host's to record; a plugin cannot write of them. Without a running host nothing is written.</remarks>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IJournalNotes
{
    /// <summary>Appends a record. It is on disk within 200 ms.</summary>
    /// <param name="type">What happened, as <c>area.event</c> in small letters, such as <c>ea.connected</c>; at most 64 characters.</param>
    /// <param name="facts">Named facts; at most 32. A text longer than 1,000 characters is cut.</param>
    /// <exception cref="ArgumentException">The type has another form, or its area is one of the host's own.</exception>
    void Write(string type, params IReadOnlyList<(string Name, string? Value)> facts);
}
