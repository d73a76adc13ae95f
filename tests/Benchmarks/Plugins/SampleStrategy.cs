namespace OpenTrading.Benchmarks.Plugins;

/// <summary>A strategy of ordinary size, as plugin or as script.</summary>
internal static class SampleStrategy
{
    public static string Source(string id) => $$"""
        [Strategy("{{id}}", Description = "Crossing averages with a stop.")]
        public sealed class Sample([Parameter(2, 200)] int fast = 10, [Parameter(5, 500)] int slow = 30) : Strategy
        {
            private readonly Ema _fast = new(fast);
            private readonly Ema _slow = new(slow);
            private readonly Atr _atr = new(14);

            public override void OnBar(StrategyContext context)
            {
                double distance = _fast.Update(context.Bar.Close) - _slow.Update(context.Bar.Close);
                double range = _atr.Update(context.Bar).Atr;
                if (distance > range && context.Position is null)
                {
                    context.Buy("up", 0.6, Level.At(context.Bar.Close - (2 * range)));
                }
                else if (distance < 0 && context.Position is not null)
                {
                    context.Exit("down");
                }
            }
        }
        """;
}
