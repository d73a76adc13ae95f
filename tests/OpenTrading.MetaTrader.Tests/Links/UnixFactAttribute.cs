namespace OpenTrading.MetaTrader.Tests.Links;

/// <summary>A fact of Unix sockets that skips, with the reason, where pipes are something else.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "named pipes of Windows leave no files behind";
        }
    }
}
