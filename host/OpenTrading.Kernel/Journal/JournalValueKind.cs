namespace OpenTrading.Kernel.Journal;

internal enum JournalValueKind : byte
{
    Null,
    Boolean,
    Integer,
    Decimal,
    Time,
    Text,
    Object,
    Array,
}
