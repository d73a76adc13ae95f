namespace OpenTrading.Tests.Shared.Terminals;

/// <summary>A fact that needs the terminal emulator and skips, with the reason, where no compiler is there to build it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EmulatorFactAttribute : FactAttribute
{
    public EmulatorFactAttribute()
    {
        if (EmulatorBuild.Missing is { } missing)
        {
            Skip = $"the terminal emulator cannot be built: {missing} is not installed";
        }
    }
}

/// <summary>A theory that needs the terminal emulator and skips, with the reason, where no compiler is there to build it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EmulatorTheoryAttribute : TheoryAttribute
{
    public EmulatorTheoryAttribute()
    {
        if (EmulatorBuild.Missing is { } missing)
        {
            Skip = $"the terminal emulator cannot be built: {missing} is not installed";
        }
    }
}
