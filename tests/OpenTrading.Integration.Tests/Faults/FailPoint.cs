namespace OpenTrading.Integration.Tests.Faults;

/// <summary>Where the journal of a host fails, or where the host dies at it.</summary>
/// <param name="Moment">before, torn, after or effect, to die; full or empty, to have no space. See <c>failpoints.c</c>.</param>
/// <param name="Type">Type of the record; <c>*</c> for any.</param>
/// <param name="Text">Of an effect: what is in the bytes that the host dies after.</param>
internal sealed record FailPoint(string Moment, string Type, string Text = "")
{
    public override string ToString() => $"{Moment}:{Type}";
}
