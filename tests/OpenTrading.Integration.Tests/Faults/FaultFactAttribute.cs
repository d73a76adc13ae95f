namespace OpenTrading.Integration.Tests.Faults;

/// <summary>A fact that needs fail points and the terminal emulator, and skips, with the reason, where they cannot be built.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FaultFactAttribute : FactAttribute
{
    public FaultFactAttribute() => Skip = FailPointLibrary.Obstacle;
}
