using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Simulation.Tests.Randomness;

public class Xoshiro256Tests
{
    [Fact]
    public void SplitMix64_Seed42_GivesPublishedOutputs()
    {
        ulong state = 42;
        Assert.Equal(
            [13679457532755275413, 2949826092126892291, 5139283748462763858, 6349198060258255764],
            Enumerable.Range(0, 4).Select(_ => Xoshiro256.SplitMix64(ref state)));
    }

    [Theory]
    [InlineData(42, new ulong[] { 1546998764402558742, 6990951692964543102, 12544586762248559009, 17057574109182124193, 18295552978065317476 })]
    [InlineData(0, new ulong[] { 11091344671253066420, 13793997310169335082, 1900383378846508768, 7684712102626143532, 13521403990117723737 })]
    public void Next_Seed_GivesReferenceSequence(ulong seed, ulong[] expected)
    {
        var random = new Xoshiro256(seed);
        Assert.Equal(expected, expected.Select(_ => random.Next()));
    }

    [Fact]
    public void Below_Ten_GivesReferenceSequence()
    {
        var random = new Xoshiro256(42);
        Assert.Equal([0, 3, 6, 9, 9, 7, 7, 8, 7, 5], Enumerable.Range(0, 10).Select(_ => random.Below(10)));
    }

    [Fact]
    public void NextDouble_Seed42_GivesReferenceSequence()
    {
        var random = new Xoshiro256(42);
        Assert.Equal(0.08386297105988216, random.NextDouble());
        Assert.Equal(0.3789802506626686, random.NextDouble());
    }

    [Fact]
    public void State_SetBack_RepeatsTheDraw()
    {
        var random = new Xoshiro256(7);
        var before = random.State;
        ulong drawn = random.Next();

        random.State = before;

        Assert.Equal(drawn, random.Next());
    }
}
