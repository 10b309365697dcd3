namespace Jeongsan.Domain.Transfers;

public static class TransferLimits
{
    /// <summary>An order is at most a hundred billion won, so that sums over any number of orders that fit a disk stay in range.</summary>
    public const long AmountMax = 100_000_000_000;

    public const int QuantityMin = 1;
    public const int QuantityMax = 1_000_000;
    public const int LineCountMax = 500;
    public const int PolicyCountMax = 20;
    public const int TextLengthMax = 300;
    public const int MemoLengthMax = 2_000;
    public const int PropertyCountMax = 10;
}
