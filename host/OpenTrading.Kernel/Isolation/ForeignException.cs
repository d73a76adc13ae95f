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
            return $"{type}: {ForeignText.FirstLine(exception.Message)}";
        }
#pragma warning disable CA1031 // Whatever the message does, the exception must still be named.
        catch (Exception)
#pragma warning restore CA1031
        {
            return type;
        }
    }
}
