namespace OpenTrading.Kernel.Isolation;

/// <summary>Puts an exception of foreign code into words.</summary>
internal static class ForeignException
{
    /// <summary>
    /// Type and first line of the message, such as <c>InvalidOperationException: no bars</c>. The message is foreign code too and may itself throw.
    /// </summary>
    public static string Describe(Exception exception)
    {
        string type = exception.GetType().Name;
        try
        {
            string line = ForeignText.FirstLine(exception.Message);

            // The runtime goes on with how to trace a loader.
            return $"{type}: {(exception is DllNotFoundException ? line.Split(". ", 2)[0] : line)}";
        }
#pragma warning disable CA1031 // Whatever the message does, the exception must still be named.
        catch (Exception)
#pragma warning restore CA1031
        {
            return type;
        }
    }
}
