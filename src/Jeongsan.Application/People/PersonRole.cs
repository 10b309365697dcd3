using System.Collections.Frozen;

namespace Jeongsan.Application.People;

/// <summary>What a person is to the platform; each row of <see cref="RoleRights"/> says what it allows.</summary>
public enum PersonRole
{
    Owner = 0,
    Admin = 1,
    Developer = 2,
    Manager = 3,
    ReadOnly = 4,
    ReadOnlyWithoutDownload = 5,
}

/// <summary>The things that not everybody may do.</summary>
public enum PersonRight
{
    /// <summary>See figures, partners and documents.</summary>
    See,

    /// <summary>Take data out of the console: files, PDF, XML.</summary>
    Download,

    /// <summary>Change partners and policies, make payouts, send and cancel invoices, retry messages.</summary>
    Edit,

    /// <summary>Send money; also needs the second factor at that moment.</summary>
    ExecutePayout,

    /// <summary>Move the clock of the test mode.</summary>
    MoveTestClock,

    /// <summary>Say who may sign in as what, and give out API secrets.</summary>
    ManageAccess,
}

/// <summary>The one place that says which role may do what; policies and buttons both ask here.</summary>
public static class RoleRights
{
    private static readonly FrozenDictionary<PersonRole, FrozenSet<PersonRight>> Table = new Dictionary<PersonRole, PersonRight[]>
    {
        [PersonRole.Owner] = [PersonRight.See, PersonRight.Download, PersonRight.Edit, PersonRight.ExecutePayout, PersonRight.MoveTestClock, PersonRight.ManageAccess],
        [PersonRole.Admin] = [PersonRight.See, PersonRight.Download, PersonRight.Edit, PersonRight.ExecutePayout, PersonRight.MoveTestClock, PersonRight.ManageAccess],
        [PersonRole.Developer] = [PersonRight.See, PersonRight.Download, PersonRight.MoveTestClock],
        [PersonRole.Manager] = [PersonRight.See, PersonRight.Download],
        [PersonRole.ReadOnly] = [PersonRight.See, PersonRight.Download],
        [PersonRole.ReadOnlyWithoutDownload] = [PersonRight.See],
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    /// <summary>
    /// A program with the API secret acts for the platform's administration. Executing a payout in live mode still needs a person's
    /// second factor, which a program doesn't have.
    /// </summary>
    private static readonly FrozenSet<PersonRight> ApiSecret =
        new[] { PersonRight.See, PersonRight.Download, PersonRight.Edit, PersonRight.ExecutePayout, PersonRight.MoveTestClock }.ToFrozenSet();

    public static bool ApiSecretHas(PersonRight right) => ApiSecret.Contains(right);

    public static bool Has(this PersonRole role, PersonRight right) => Table[role].Contains(right);

    /// <summary>The role's name as the console shows it.</summary>
    public static string InKorean(this PersonRole role) => role switch
    {
        PersonRole.Owner => "소유자",
        PersonRole.Admin => "관리자",
        PersonRole.Developer => "개발자",
        PersonRole.Manager => "매니저",
        PersonRole.ReadOnly => "읽기 전용",
        PersonRole.ReadOnlyWithoutDownload => "읽기 전용 (내려받기 없음)",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
