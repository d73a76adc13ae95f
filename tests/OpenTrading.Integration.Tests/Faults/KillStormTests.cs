using System.Globalization;
using Xunit.Abstractions;

namespace OpenTrading.Integration.Tests.Faults;

/// <summary>
/// A host dies at every point of its journal and comes back to what is laid down for it. STORM_KILLS asks for more deaths, at points and moments of
/// STORM_SEED.
/// </summary>
public sealed class KillStormTests(ITestOutputHelper output)
{
    private const int MostMore = 15;

    [FaultFact]
    public Task Kill_AtEveryPointOfAnOrdersWay_LeavesWhatIsLaidDown() => StormAsync([.. KillPoints.All.Where(p => p.Deed is Deed.Request or Deed.Approve)]);

    [FaultFact]
    public Task Kill_AtEveryPointOfTheSwitchsWay_LeavesWhatIsLaidDown() => StormAsync([.. KillPoints.All.Where(p => p.Deed is Deed.Flatten or Deed.Rearm)]);

    // An account each, and another one now and then: one that had lost as often as all of them together may open nothing more that day.
    private async Task StormAsync(KillPoint[] points)
    {
        int kills = Number("STORM_KILLS", points.Length);
        int seed = Number("STORM_SEED", 20_260_105);
        output.WriteLine($"{kills} kills, STORM_SEED={seed}");
        var random = new Random(seed);
        await OnAnAccountAsync(async storm =>
        {
            foreach (KillPoint point in points)
            {
                await storm.StrikeAsync(point);
            }

            Assert.Empty(points.Except(storm.Hit));
        });
        for (int left = kills - points.Length; left > 0; left -= MostMore)
        {
            await OnAnAccountAsync(async storm =>
            {
                for (int i = 0; i < Math.Min(left, MostMore); i++)
                {
                    KillPoint point = points[random.Next(points.Length)];
                    await (random.Next(2) == 0 ? storm.StrikeAsync(point) : storm.StrikeAsync(point.Deed, TimeSpan.FromMilliseconds(random.Next(60))));
                }
            });
        }
    }

    private static async Task OnAnAccountAsync(Func<KillStorm, Task> deeds)
    {
        await using FaultDesk desk = await FaultDesk.StartAsync();
        await deeds(new KillStorm(desk));
        Assert.Equal(0, await desk.VerifyAsync());
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
