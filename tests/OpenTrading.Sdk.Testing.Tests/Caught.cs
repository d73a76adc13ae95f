using Xunit.Sdk;

namespace OpenTrading.Sdk.Testing.Tests;

/// <summary>A suite must fail for a specimen that cheats, and say why in words its author understands.</summary>
internal static class Caught
{
    public static void By(Action test, string words) => Said(Record.Exception(test), words);

    public static async Task By(Func<Task> test, string words) => Said(await Record.ExceptionAsync(test), words);

    private static void Said(Exception? failure, string words)
    {
        XunitException refusal = Assert.IsAssignableFrom<XunitException>(failure);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }
}
