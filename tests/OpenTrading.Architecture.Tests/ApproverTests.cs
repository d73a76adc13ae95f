namespace OpenTrading.Architecture.Tests;

/// <summary>What approves orders for the tests stays with them.</summary>
public class ApproverTests
{
    [Fact]
    public void NoShippedAssembly_HoldsTheApproverOfTheTests()
    {
        Assert.All(ProjectFile.All, project => Assert.DoesNotContain("TestApprover", project.DeclaredTypes));
        Assert.Contains("OrderRouter", ProjectFile.Named("OpenTrading.Kernel").DeclaredTypes);
    }
}
