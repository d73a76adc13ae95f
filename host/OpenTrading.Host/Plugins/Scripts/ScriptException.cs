namespace OpenTrading.Host.Plugins.Scripts;

/// <summary>A script cannot be used. The message is its first errors, a line each: what is no script at all has thousands.</summary>
internal sealed class ScriptException(IReadOnlyList<ScriptError> errors) : Exception(Text(errors, MostTold))
{
    /// <summary>Most errors that are kept.</summary>
    public const int MostKept = 100;

    private const int MostTold = 20;

    /// <summary>At least one, in order of file and position; no more than <see cref="MostKept"/>.</summary>
    public IReadOnlyList<ScriptError> Errors { get; } = [.. errors.Take(MostKept)];

    /// <summary>How many there are.</summary>
    public int Total { get; } = errors.Count;

    /// <summary>All that are kept, a line each, and how many more there are.</summary>
    public string AllText { get; } = Text(errors, MostKept);

    private static string Text(IReadOnlyList<ScriptError> errors, int most)
    {
        IEnumerable<string> told = errors.Take(most).Select(e => e.ToString());
        return string.Join('\n', errors.Count > most ? told.Append(FormattableString.Invariant($"{errors[0].File}: {errors.Count - most:N0} errors more; mend these first.")) : told);
    }
}
