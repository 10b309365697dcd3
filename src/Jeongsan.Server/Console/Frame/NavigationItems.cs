using MudBlazor;

namespace Jeongsan.Server.Console.Frame;

/// <summary>The rooms of the console in the order of the money.</summary>
internal sealed record NavigationItem(string Label, string Address, string Icon, string? Shortcut = null)
{
    /// <summary>There is nothing of it in live mode.</summary>
    public bool IsTestOnly { get; init; }
}

internal sealed record NavigationGroup(string? Label, IReadOnlyList<NavigationItem> Items);

internal static class NavigationItems
{
    internal static IReadOnlyList<NavigationGroup> All { get; } =
    [
        new(null,
        [
            new("홈", "/", Icons.Material.Outlined.Home, "g h"),
            new("월 흐름", "/flow", Icons.Material.Outlined.Timeline, "g y"),
            new("파트너", "/partners", Icons.Material.Outlined.Storefront, "g p"),
            new("연동 거래처", "/counterparties", Icons.Material.Outlined.CorporateFare, "g q"),
        ]),
        new("정산",
        [
            new("정산건", "/transfers", Icons.Material.Outlined.ReceiptLong, "g t"),
            new("정산 내역", "/settlements", Icons.Material.Outlined.Calculate, "g s"),
            new("모의 정산", "/rehearsal", Icons.Material.Outlined.Science, "g r"),
            new("가져오기", "/imports", Icons.Material.Outlined.UploadFile, "g u"),
        ]),
        new("지급",
        [
            new("일괄 지급", "/bulk-payouts", Icons.Material.Outlined.Payments, "g b"),
            new("지급 내역", "/payouts", Icons.Material.Outlined.AccountBalance, "g o"),
            new("이체 내역", "/account-transfers", Icons.Material.Outlined.SwapHoriz, "g 4"),
            new("미수금", "/receivables", Icons.Material.Outlined.MoneyOff, "g d"),
            new("정산내역서", "/statements", Icons.Material.Outlined.Summarize, "g n"),
            new("원천징수", "/withholding", Icons.Material.Outlined.RequestQuote, "g x"),
        ]),
        new("세금계산서",
        [
            new("발행 현황", "/tax-invoices", Icons.Material.Outlined.Description, "g i"),
            new("작성", "/tax-invoices/new", Icons.Material.Outlined.EditNote, "g j"),
            new("일괄", "/tax-invoices/bulk", Icons.Material.Outlined.LibraryAdd, "g 7"),
            new("마감 관제", "/deadlines", Icons.Material.Outlined.EventAvailable, "g e"),
        ]),
        new("정책",
        [
            new("계약", "/contracts", Icons.Material.Outlined.Handshake, "g a"),
            new("추가 수수료", "/additional-fees", Icons.Material.Outlined.AddCard, "g 1"),
            new("할인 분담", "/discount-shares", Icons.Material.Outlined.Percent, "g 2"),
            new("계산식", "/formulas", Icons.Material.Outlined.Functions, "g 3"),
        ]),
        new("장부",
        [
            new("원장과 대조", "/books", Icons.Material.Outlined.MenuBook, "g l"),
        ]),
        new("설정",
        [
            new("개인정보", "/privacy", Icons.Material.Outlined.PrivacyTip, "g v"),
            new("지급 방법", "/settings/payout-sending", Icons.Material.Outlined.AccountBalanceWallet, "g w"),
            new("휴일", "/settings/holidays", Icons.Material.Outlined.EventBusy, "g 5"),
            new("웹훅", "/settings/webhooks", Icons.Material.Outlined.Webhook, "g k"),
            new("우리 회사", "/settings/company", Icons.Material.Outlined.Business, "g c"),
            new("사람과 권한", "/settings/people", Icons.Material.Outlined.ManageAccounts, "g 9"),
            new("API 키", "/settings/api-keys", Icons.Material.Outlined.VpnKey, "g 8"),
        ]),
        new("기록",
        [
            new("기록", "/events", Icons.Material.Outlined.History, "g 6"),
            new("메일함", "/mailbox", Icons.Material.Outlined.Mail, "g m"),
            new("보내지 못한 것", "/messages", Icons.Material.Outlined.SyncProblem, "g f"),
            new("고장 극장", "/failure-theatre", Icons.Material.Outlined.TheaterComedy, "g z") { IsTestOnly = true },
        ]),
    ];
}
