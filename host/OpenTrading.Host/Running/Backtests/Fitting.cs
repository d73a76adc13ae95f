namespace OpenTrading.Host.Running.Backtests;

/// <summary>What does not fit together in a request is the caller's to mend, not a bug.</summary>
internal static class Fitting
{
    /// <summary>Makes something of a request.</summary>
    /// <exception cref="FormatException">Its parts do not fit together.</exception>
    public static T Of<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException e)
        {
            throw new FormatException(e.Message.Split(" (Parameter")[0], e);
        }
    }
}
