namespace OpenTrading.Host.Faces.Cli;

/// <summary>Exit codes of the command line. <c>audit verify</c> and a refused configuration have their own.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Internal = 1;
    public const int Validation = 2;
    public const int NoData = 3;
    public const int NotFound = 5;
    public const int Conflict = 6;
    public const int Cancelled = 7;
}
