using static OpenTrading.Integration.Tests.Faults.EndState;

namespace OpenTrading.Integration.Tests.Faults;

/// <summary>Kills a host, again and again, in one home and beside one terminal, and holds what is left against what is laid down.</summary>
/// <param name="desk">The host.</param>
internal sealed class KillStorm(FaultDesk desk)
{
    private const int Attempts = 10;

    private readonly HashSet<string> _sentBefore = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>Points that were hit.</summary>
    public HashSet<KillPoint> Hit { get; } = [];

    /// <summary>Kills the host at a point and brings it back.</summary>
    public async Task StrikeAsync(KillPoint point)
    {
        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            var scene = new KillScene(desk, $"{++_number}");
            await scene.PrepareAsync(point.Deed);
            await RememberAsync();
            desk.Arm(point.Point);
            if (await scene.DoAsync(point.Deed))
            {
                await desk.HostEndedAsync();
                Assert.True(desk.WasHit, $"The host died, but not at {point}.");
                Hit.Add(point);
                await ReturnAsync(point.Point.Moment == "torn");
                await CheckAsync(point, scene);
                await scene.TidyAsync();
                return;
            }

            // On a machine too busy to be in time the gate or the expert may have said no before the point was reached.
            desk.Disarm();
            await scene.TidyAsync();
        }

        Assert.Fail($"{point}: the point was never reached.");
    }

    /// <summary>Kills the host at any moment of a deed and brings it back.</summary>
    /// <param name="deed">The deed.</param>
    /// <param name="delay">How long after its beginning.</param>
    public async Task StrikeAsync(Deed deed, TimeSpan delay)
    {
        var scene = new KillScene(desk, $"{++_number}");
        await scene.PrepareAsync(deed);
        await RememberAsync();
        Task doing = scene.DoAsync(deed);
        await Task.WhenAny(doing, Task.Delay(delay));
        await desk.KillHostAsync();
        await doing;
        await desk.RestartAsync();
        await CheckBooksAsync();
        await scene.TidyAsync();
    }

    private async Task RememberAsync() => _sentBefore.UnionWith((await desk.SentAsync()).Keys);

    private async Task ReturnAsync(bool isTorn)
    {
        int before = isTorn ? await desk.VerifyAsync() : 0;
        await desk.RestartAsync();
        if (isTorn)
        {
            Assert.Equal((1, 0), (before, await desk.VerifyAsync()));
        }
    }

    // Whatever happened: nothing reached the broker twice, and both sides hold the same positions.
    private async Task<int> CheckBooksAsync()
    {
        Dictionary<string, int> sent = await desk.SentAsync();
        Assert.All(sent, s => Assert.True(s.Value == 1, $"{s.Key} reached the broker {s.Value} times."));
        await desk.PositionsAsync();
        return sent.Keys.Count(id => !_sentBefore.Contains(id));
    }

    private async Task CheckAsync(KillPoint point, KillScene scene)
    {
        try
        {
            await (point.End switch
            {
                NeverWas => scene.IsNewAsync(),
                JudgedAgain => scene.IsJudgedAsync(),
                Waiting => scene.IsWaitingAsync(),
                Lapsed => scene.HasLapsedAsync(),
                Flat => scene.IsFlatAsync(),
                Tight => scene.IsTightAsync(),
                NeverSent => scene.EndsAsync("rejected"),
                Filled => scene.EndsAsync("filled"),
                _ => scene.EndsAsync((await desk.SentAsync()).Keys.All(_sentBefore.Contains) ? "rejected" : "filled"),
            });
            int seen = await CheckBooksAsync();
            Assert.Equal(
                point.End switch
                {
                    Filled => 1,
                    Flat => 1,
                    AsAtBroker => scene.Positions,
                    _ => 0,
                },
                seen);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{point}: {e.Message}", e);
        }
    }
}
