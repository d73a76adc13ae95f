namespace OpenTrading.Templates.Tests;

/// <summary>One workbench for all tests: packing takes seconds.</summary>
[CollectionDefinition(Name)]
public sealed class WorkbenchCollection : ICollectionFixture<Workbench>
{
    public const string Name = "workbench";
}
