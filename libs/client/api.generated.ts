/* Generated from libs/contract: UPDATE_CLIENT=1 npm test -- libs/client/generate */
/* 989f7c4e898d38d910b9758dff06271f7d9d29239cbe22b0b0cdd2c00989dffa */
export interface paths {
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 当前登录人
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["session"];
        put?: never;
        /**
         * 登录
         * @description 不需要 If-Match：新建，没有被覆盖的内容。
         *
         *     不需要 Idempotency-Key：登录前没有可归属的人；重复登录只是再开始一次会话。
         */
        post: operations["signIn"];
        /**
         * 退出登录
         * @description 不接受接口令牌，只能由本人在页面上办理。
         *
         *     不需要 If-Match：停用或删除，不论其内容如何；没有被覆盖的内容。
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 登录方式 */
        get: operations["signInWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/elsewhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 同时退出统一身份认证的地址（须在退出前读取）
         * @description 不接受接口令牌，只能由本人在页面上办理。
         */
        get: operations["signOutElsewhere"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改密码
         * @description 不接受接口令牌，只能由本人在页面上办理。
         *
         *     不需要 If-Match：须核对本人现在的密码、动态码或验证码，以此确认所见是最新的。
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 页面框架：当前登录人、可见方案、未读消息数和待填报批次数
         * @description 不接受接口令牌，只能由本人在页面上办理。
         */
        get: operations["shell"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 工作台：本人当前应办的事，按时限先后
         * @description 不接受接口令牌，只能由本人在页面上办理。
         */
        get: operations["desk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sittings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本单位的填报批次
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["sittings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 第二重验证的状态
         * @description 不接受接口令牌，只能由本人在页面上办理。
         */
        get: operations["secondFactor"];
        /**
         * 开始设置第二重验证（须核对密码）
         * @description 不接受接口令牌，只能由本人在页面上办理。
         *
         *     不需要 If-Match：须核对本人现在的密码、动态码或验证码，以此确认所见是最新的。
         */
        put: operations["beginSecondFactor"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 用第一个动态码启用第二重验证，取得恢复码
         * @description 不接受接口令牌，只能由本人在页面上办理。
         *
         *     不需要 If-Match：须核对本人现在的密码、动态码或验证码，以此确认所见是最新的。
         */
        put: operations["confirmSecondFactor"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 重新生成恢复码（原恢复码随即失效）
         * @description 不接受接口令牌，只能由本人在页面上办理。
         *
         *     不需要 If-Match：须核对本人现在的密码、动态码或验证码，以此确认所见是最新的。
         */
        put: operations["renewRecoveryCodes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/second-factor/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 关闭第二重验证（须核对密码和动态码）
         * @description 不接受接口令牌，只能由本人在页面上办理。
         *
         *     不需要 If-Match：须核对本人现在的密码、动态码或验证码，以此确认所见是最新的。
         */
        put: operations["endSecondFactor"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本人的登录
         * @description 不接受接口令牌，只能由本人在页面上办理。
         */
        get: operations["sessions"];
        put?: never;
        post?: never;
        /**
         * 退出本人的其他登录
         * @description 不接受接口令牌，只能由本人在页面上办理。
         *
         *     不需要 If-Match：停用或删除，不论其内容如何；没有被覆盖的内容。
         */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本人的接口令牌
         * @description 不接受接口令牌，只能由本人在页面上办理。
         */
        get: operations["apiTokens"];
        put?: never;
        /**
         * 生成接口令牌（只显示一次；须核对密码）
         * @description 不接受接口令牌，只能由本人在页面上办理。
         *
         *     答复中的密钥只显示这一次：重复的请求得到 409 AnswerShownOnce。
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["makeApiToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 停用接口令牌
         * @description 不接受接口令牌，只能由本人在页面上办理。
         *
         *     不需要 If-Match：停用或删除，不论其内容如何；没有被覆盖的内容。
         */
        delete: operations["endApiToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 退出本人的一个登录
         * @description 不接受接口令牌，只能由本人在页面上办理。
         *
         *     不需要 If-Match：停用或删除，不论其内容如何；没有被覆盖的内容。
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 代办授权：本人授出和受托的；督查室和审计看全部
         * @description 不接受接口令牌，只能由本人在页面上办理。
         */
        get: operations["delegations"];
        put?: never;
        /**
         * 授权他人代办
         * @description 不接受接口令牌，只能由本人在页面上办理。
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["grantDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束代办（授权人、代办人、督查室）
         * @description 不接受接口令牌，只能由本人在页面上办理。
         *
         *     不需要 If-Match：停用或删除，不论其内容如何；没有被覆盖的内容。
         */
        post: operations["endDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 账号列表（三员和审计）
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["accounts"];
        put?: never;
        /**
         * 开设账号（系统管理员；初始密码只显示一次）
         * @description 接口令牌须有的范围：`act`
         *
         *     答复中的密钥只显示这一次：重复的请求得到 409 AnswerShownOnce。
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个账号
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["account"];
        /**
         * 修改姓名、调整单位（系统管理员）
         * @description 接口令牌须有的范围：`act`
         */
        put: operations["changeAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/bar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 停用账号（系统管理员、安全管理员）
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["barAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/unbar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 恢复账号、解除锁定（安全管理员）
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["unbarAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请重置密码（系统管理员；由安全管理员复核）
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["resetAccountPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/second-factor-end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请重置第二重验证（安全管理员；由系统管理员复核）
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["endAccountSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/access-request/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 复核同意重置（另一位管理员；初始密码只显示一次）
         * @description 接口令牌须有的范围：`act`
         *
         *     答复中的密钥只显示这一次：重复的请求得到 409 AnswerShownOnce。
         */
        post: operations["confirmAccountAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/access-request/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 不予同意重置，或撤回申请
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["refuseAccountAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束全部登录和接口令牌（系统管理员、安全管理员）
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["revokeAccountAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 授予角色（安全管理员）
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["grantRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/roles/{assignmentId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销角色（安全管理员）
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["withdrawRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 离任：岗位交给接任人，或提示空缺（安全管理员）
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["leaveOffice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 从表格导入单位和人员（dryRun=true 只试算）
         * @description 接口令牌须有的范围：`act`
         *
         *     答复中的密钥只显示这一次：重复的请求得到 409 AnswerShownOnce。
         *
         *     不需要 If-Match：批量办理：先以 dryRun 计数，再对办理时符合条件的逐个加锁办理，一个对象一个结果。
         */
        post: operations["importAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 审计检索：谁在何时、何处做了什么、看了什么
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["trail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trail/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一条记录链是否完好，封存到哪里
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["trailChain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trail/{kind}/{id}/{seq}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一条记录已被封存的证明，可离线核验
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["trailProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/jurisdictions/{id}/seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公布的封存（无需登录） */
        get: operations["publicSeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/jurisdictions/{id}/seals/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 前一次封存原样包含在后一次之内的证明（无需登录） */
        get: operations["sealConsistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/whole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 任务整页：详情、留痕首页、佐证材料、索要材料和交办下级情况
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["taskWhole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 全局查找：任务、单位、方案、产品
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/wall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 挂图作战：各行动的任务、督办层级、单位情况和今日动态
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["wall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 方案列表
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["plans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 方案及各行动的进度
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 方案原文
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["planSource"];
        /**
         * 附上方案原文（请求体为文件本身，须与导入时的原文一致）
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：把一个开关置于请求所说的位置，重复或交叉办理结果相同。
         */
        put: operations["attachPlanSource"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/ledgers/{period}.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载台账：旬台账，报告期为月的是月台账；须由本人填报的在“填报”表中
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位列表
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["units"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unit-directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位目录：别名、沿革、成员、人员和空缺
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["unitRecords"];
        put?: never;
        /**
         * 登记单位或单位组（系统管理员）
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["registerUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unit-directory/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个单位的全部情况
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["unitRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unit-directory/{id}/aliases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 记下单位的别名（系统管理员）
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["learnUnitAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unit-directory/{id}/alias-withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销学到的别名（系统管理员）
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：停用或删除，不论其内容如何；没有被覆盖的内容。
         */
        post: operations["takeBackUnitAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unit-directory/{id}/succession": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 记载单位更名、并入、拆分（系统管理员；dryRun=true 只说明影响）
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["succeedUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unit-directory/{id}/succession-withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销记错的沿革（系统管理员）
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：停用或删除，不论其内容如何；没有被覆盖的内容。
         */
        post: operations["takeBackUnitSuccession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unit-directory/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 设定单位组的成员（系统管理员）
         * @description 接口令牌须有的范围：`act`
         */
        put: operations["setGroupMembers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 任务的佐证材料
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["taskEvidence"];
        put?: never;
        /**
         * 上传佐证材料（请求体为文件本身，最大 20 MB）
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["addEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evidence/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载佐证材料
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["evidenceContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evidence/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回佐证材料（留存，注明理由）
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：停用或删除，不论其内容如何；没有被覆盖的内容。
         */
        post: operations["withdrawEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledgers/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 试读填好的台账（请求体为 .xlsx 文件），不作改动
         * @description 逐行给出将提交、有误、有冲突等结果；marked 是标注了原因的工作簿。
         *
         *     接口令牌须有的范围：`report`
         *
         *     答复中的密钥只显示这一次：重复的请求得到 409 AnswerShownOnce。
         *
         *     不需要 If-Match：批量办理：先以 dryRun 计数，再对办理时符合条件的逐个加锁办理，一个对象一个结果。
         */
        post: operations["checkLedger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledgers/filing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交填好的台账（请求体为 .xlsx 文件）：无误的行即行填报
         * @description 无误的各行在一个事务中提交，其余各行不动；marked 恒为 null，提交后再试读一次即可取得。
         *
         *     接口令牌须有的范围：`report`
         *
         *     不需要 If-Match：批量办理：先以 dryRun 计数，再对办理时符合条件的逐个加锁办理，一个对象一个结果。
         */
        post: operations["fileLedger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 产品（通报、讲评、调度单、公示等）
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["products"];
        put?: never;
        /**
         * 拟制一份产品（已有的原样返回）
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["produceProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一份产品
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["product"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改草稿的文字
         * @description 接口令牌须有的范围：`act`
         */
        put: operations["editProduct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/actions/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更新、核稿、退回、印发、撤回、更正、作废、签收
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["actOnProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/files/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 印发的原件
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["productFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/files/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 签发的文书原件
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["noticeFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 产品中的数字，各由什么数出
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["productFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/figures/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个数字由哪些任务、填报、文书等数出
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["productFigure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 草稿在某一步时的文字
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["productVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/issue-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 印发前：编什么号、发给谁
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["issuePreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公文格式的网页，供阅读和打印
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["productPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/wall-charts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 会议挂图（16:9）：总览、各行动、单位排名、提请决定的事项；调度单、月通报、季讲评有
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["productWallCharts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 印发后本期数据的变动，供判断是否更正
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["productChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公示向社会公开什么：印发前预览，印发后查看
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["productRelease"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/products/{id}/release/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公示公开后的网页，公开之前也可预览
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["productReleasePage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 日历订阅
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["calendarFeed"];
        /**
         * 生成新的日历订阅地址（原地址随即失效）
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：生成新的密钥或地址，与原内容无关。
         */
        put: operations["renewCalendarFeed"];
        post?: never;
        /**
         * 停用日历订阅
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：停用或删除，不论其内容如何；没有被覆盖的内容。
         */
        delete: operations["endCalendarFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 事件订阅
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["webhooks"];
        put?: never;
        /**
         * 登记事件订阅（密钥只显示这一次）
         * @description 接口令牌须有的范围：`act`
         *
         *     答复中的密钥只显示这一次：重复的请求得到 409 AnswerShownOnce。
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 修改事件订阅
         * @description 接口令牌须有的范围：`act`
         */
        put: operations["updateWebhook"];
        post?: never;
        /**
         * 删除事件订阅
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：停用或删除，不论其内容如何；没有被覆盖的内容。
         */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更换密钥（新旧并用一段时间）
         * @description 接口令牌须有的范围：`act`
         *
         *     答复中的密钥只显示这一次：重复的请求得到 409 AnswerShownOnce。
         *
         *     不需要 If-Match：生成新的密钥或地址，与原内容无关。
         */
        post: operations["renewWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 暂停推送
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：把一个开关置于请求所说的位置，重复或交叉办理结果相同。
         */
        post: operations["pauseWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 恢复推送
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：把一个开关置于请求所说的位置，重复或交叉办理结果相同。
         */
        post: operations["resumeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发送测试事件
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：只触发一次发送或重试，不改变内容。
         */
        post: operations["pingWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 从游标或时间起重新推送
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：只触发一次发送或重试，不改变内容。
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 推送记录
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["webhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{deliveryId}/sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新发送一次
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：只触发一次发送或重试，不改变内容。
         */
        post: operations["sendDeliveryAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 其他系统拉取事件（凭订阅的拉取密钥） */
        get: operations["events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jurisdiction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本辖区及其上下级
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["jurisdiction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/cascade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 任务的交办下级情况
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["taskCascade"];
        put?: never;
        /**
         * 把任务交办给下级
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["handDown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/lower-progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下级进展：上下级往来
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["lowerProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hand-downs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次交办
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["handDownItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hand-downs/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 答复下级的询问
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["answerHandDown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hand-downs/{id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 收回交办
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["recallHandDown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handed-down-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 上级交办
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["handedDownTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handed-down-tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一件上级交办
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["handedDownTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handed-down-tasks/{id}/adoption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 承接上级交办，成为本级任务
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["adoptHandedDown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handed-down-tasks/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回上级交办
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["declineHandedDown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handed-down-tasks/{id}/question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 向上级询问
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["askAboutHandedDown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{act}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量办理（dryRun 只算不办），逐项给出结果
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：一次办理多个对象，各自的版本（version、content）写在正文中，逐个核对。
         */
        post: operations["batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本人可见的事件（实时）：任务、应报事项、文书；断开后以 Last-Event-ID 续接
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["eventStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本人的消息接收设置
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["myMessages"];
        /**
         * 接收时段、渠道先后
         * @description 接口令牌须有的范围：`act`
         */
        put: operations["chooseMessages"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my-messages/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记本人的接收地址，并向它发送验证码
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["offerContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my-messages/contacts/{id}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新发送验证码
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：只触发一次发送或重试，不改变内容。
         */
        post: operations["sendCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my-messages/contacts/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 填写验证码，启用接收地址
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：须核对本人现在的密码、动态码或验证码，以此确认所见是最新的。
         */
        post: operations["proveContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/my-messages/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 某个接收地址接收哪些消息
         * @description 接口令牌须有的范围：`act`
         */
        put: operations["chooseForContact"];
        post?: never;
        /**
         * 停用本人的接收地址
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：停用或删除，不论其内容如何；没有被覆盖的内容。
         */
        delete: operations["giveUpContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/{id}/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一条消息各渠道的送达情况
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["messageDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待电话通知的人员
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["toCall"];
        put?: never;
        /**
         * 登记一次电话通知
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["recordCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 站外渠道及其运行情况
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["channels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 暂停渠道，信件暂存
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：把一个开关置于请求所说的位置，重复或交叉办理结果相同。
         */
        post: operations["pauseChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 恢复渠道
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：把一个开关置于请求所说的位置，重复或交叉办理结果相同。
         */
        post: operations["resumeChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 试发一封
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：只触发一次发送或重试，不改变内容。
         */
        post: operations["tryChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 生成新的回执地址（原地址随即失效）
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：生成新的密钥或地址，与原内容无关。
         */
        put: operations["renewReceipts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/requeue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重发一个渠道所有已停止的信件
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：只触发一次发送或重试，不改变内容。
         */
        post: operations["requeueChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 经站外渠道发送的信件
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["letters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一封信件的历次发送
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["letter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letters/{id}/requeue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重发一封已停止的信件
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：只触发一次发送或重试，不改变内容。
         */
        post: operations["requeueLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各人的接收地址
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["peopleContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记某人的接收地址（通讯录）
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["recordContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/contacts/{contact}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 停用某人的接收地址
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：停用或删除，不论其内容如何；没有被覆盖的内容。
         */
        delete: operations["takeBackContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 方案校核列表
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["planReviews"];
        put?: never;
        /**
         * 上传方案文件（请求体为文件本身）
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["uploadPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 方案校核详情
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["planReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-reviews/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 方案原文
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["reviewDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-reviews/{id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载上传的文件
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["reviewOriginal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-reviews/{id}/gold.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出校核结果（标准答案）
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["reviewGold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-reviews/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 校核记录
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["reviewSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-reviews/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 更正方案信息
         * @description 接口令牌须有的范围：`act`
         */
        put: operations["correctPlanFacts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-reviews/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办理方案校核（合并、批量确认、认领单位、作废）
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：一次办理多个对象，各自的版本（version、content）写在正文中，逐个核对。
         */
        post: operations["actOnPlanReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-reviews/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 从原文新增任务
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["addDraftTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-reviews/{id}/tasks/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 更正任务
         * @description 接口令牌须有的范围：`act`
         */
        put: operations["correctDraftTask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-reviews/{id}/tasks/{taskId}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办理任务校核（确认、不列为任务、拆分、移动）
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["actOnDraftTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-reviews/{id}/amendment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 修订对照
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["amendment"];
        /**
         * 逐项审定修订
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：一次办理多个对象，各自的版本（version、content）写在正文中，逐个核对。
         */
        put: operations["decideAmendment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan-reviews/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 下发方案（dryRun 只算不发）
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["dispatchPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 任务列表
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["tasks"];
        put?: never;
        /**
         * 新建任务（领导批示、会议决定）
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 合并任务
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：一次办理多个对象，各自的版本（version、content）写在正文中，逐个核对。
         */
        post: operations["mergeTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/task-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可新建任务的行动和来源
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["taskSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 任务详情
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["task"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 任务留痕
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 为什么是这个状态
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["why"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/actions/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办理任务
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["actOnTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 拆分任务
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["splitTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/task-succession": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 单位更名、合并或拆分，任务转接（全部或所选；dryRun 只说明将要求承接单位办什么）
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：一次办理多个对象，各自的版本（version、content）写在正文中，逐个核对。
         */
        post: operations["succeedInTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 台账、调度会、通报、讲评、考核和配合材料
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["duties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一项应办事项
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["duty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交应办事项；会议议定事项可同时列为任务
         * @description 接口令牌须有的范围：`report`
         */
        post: operations["fulfilDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 已记录的议定事项列为任务
         * @description 接口令牌须有的范围：`report`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["taskOfDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 就一项任务要过的材料，和可向谁要
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["taskAsks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/part-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 向责任（配合）单位要材料
         * @description 接口令牌须有的范围：`report`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["askForPart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/part-requests/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 不再要材料
         * @description 接口令牌须有的范围：`report`
         *
         *     不需要 If-Match：停用或删除，不论其内容如何；没有被覆盖的内容。
         */
        post: operations["withdrawPart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/report-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 临时要求报送
         * @description 接口令牌须有的范围：`report`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["requestReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/burden": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各单位填报负担
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["burden"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各单位得分试算
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["scores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/scores/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个单位的得分及依据
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["unitScore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/scoring-scheme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 现行考核办法
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["scoringScheme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/score-what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 换一份办法或改几个数字，各单位会得多少分（不保存）
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["whatIf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个方案的考核
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["assessments"];
        put?: never;
        /**
         * 公布考核预览
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["openAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次考核：名次、异议（单位只见本单位）
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["assessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/units/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次考核中一个单位的各项得分及依据
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["assessmentUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 对本单位的一项得分提出异议
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["objectToAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/objections/{objection}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 裁定一件异议
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["decideObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/actions/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确定结果、撤回考核
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["actOnAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assessments/{id}/files/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出考核：工作簿或数据
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["assessmentFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 唤醒队列的运行情况
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["queueStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 暂停唤醒队列；时限和消息由定时巡检照常处理
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：把一个开关置于请求所说的位置，重复或交叉办理结果相同。
         */
        post: operations["pauseQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 恢复唤醒队列
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：把一个开关置于请求所说的位置，重复或交叉办理结果相同。
         */
        post: operations["resumeQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queue/requeue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 失败的唤醒重新排队
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：只触发一次发送或重试，不改变内容。
         */
        post: operations["requeueFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/draw-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 抽查预览：名单、签数及缘由
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["drawPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/draws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 历次抽查
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["draws"];
        put?: never;
        /**
         * 公布承诺，开始抽查
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["commitDraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/draws/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次抽查
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["draw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/draws/{id}/freezing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 冻结名单
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["freezeDraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/draws/{id}/randomness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 录入公开随机数
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["addRandomness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/draws/{id}/drawing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 抽签
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["carryOutDraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/draws/{id}/abandonment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作废抽查
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["abandonDraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/draws/{id}/record.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出抽查记录
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["drawRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 督查核实列表
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["verifications"];
        put?: never;
        /**
         * 点名核实
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：新建，没有被覆盖的内容。
         */
        post: operations["orderVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一项督查核实
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["verification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verifications/{id}/finding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记核实结论
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["recordFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sittings/{id}/sign-off-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 填报送负责人审签
         * @description 本单位开启负责人审签时用它代替 fileSitting；审签后才算报出，在此之前时限照常计算。
         *
         *     接口令牌须有的范围：`report`
         */
        post: operations["sendForSignOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sittings/{id}/sign-off-withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回送审的填报
         * @description 审签之前可以撤回；所填内容保留，修改后可再送审。
         *
         *     接口令牌须有的范围：`report`
         */
        post: operations["takeBackFromSignOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sittings/{id}/sign-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 负责人审签，随即报出
         * @description 所选各项在一个事务中审签并报出，一项一个结果；已不需填报的逐项说明，不影响其余各项。
         *
         *     接口令牌须有的范围：`act`
         */
        post: operations["signOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sittings/{id}/sign-off-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 负责人退回送审的填报
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["returnFromSignOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/sign-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位是否要负责人审签
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["unitSignOff"];
        /**
         * 开启或关闭负责人审签（本单位负责人）
         * @description 关闭时已送审的不受影响，仍可审签、退回或撤回。
         *
         *     接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：把一个开关置于请求所说的位置，重复或交叉办理结果相同。
         */
        put: operations["turnSignOff"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sittings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 填报批次及其应报事项
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["sitting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sittings/{id}/filing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交填报
         * @description 接口令牌须有的范围：`report`
         */
        post: operations["fileSitting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/to-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待审核的填报
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["reviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 审核通过
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["acceptReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回重报
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["returnReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obligations/{id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 这一项填报为什么是这个状态
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["whyObligation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reporting-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各单位填报情况
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["reportingLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 督查提示
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["alerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 督查提示（实时）
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["alertStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 督办文书
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 督办文书详情
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["notice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 为什么发这份文书
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["whyNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 同意签发
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["agreeToNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签发文书
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["issueNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签收文书
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["acknowledgeNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/actions/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 就文书办理：书面回复、申诉及其处理，暂停、解除、跳过督办
         * @description 接口令牌须有的范围：`act`
         */
        post: operations["actOnNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 收件箱
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 标为已读
         * @description 接口令牌须有的范围：`act`
         *
         *     不需要 If-Match：把一个开关置于请求所说的位置，重复或交叉办理结果相同。
         */
        post: operations["markRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 工作日历：一年中的工作日、节假日、调休，以及各报告期的截止
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["calendarYear"];
        put?: never;
        /**
         * 启用日历的调整（dryRun 只算会变动什么）：已有时限随之推算，有变动的单位收到通知
         * @description If-Match 为所见日历的版本（calendar.version）；其间已由别人调整的不予办理，须重新预览。
         *
         *     接口令牌须有的范围：`act`
         */
        post: operations["announceCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ladders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 现行规则的各督办阶梯
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["ladders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ladders/{name}/course": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 推演一个阶梯：逾期之后，哪个工作日由哪一级到哪里；只计算，不办理
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["ladderCourse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system-health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 系统运行情况：逐项检查的结果，供系统管理员查看
         * @description 接口令牌须有的范围：`read`
         */
        get: operations["systemHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 进程存活 */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可否提供服务 */
        get: operations["readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 接口描述 */
        get: operations["description"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        UnitRef: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        PersonRef: {
            /** Format: uuid */
            id: string;
            name: string | null;
        };
        Labelled: {
            code: string;
            label: string;
        };
        Assignment: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            role: "commander" | "deputyCommander" | "headquartersOffice" | "taskForceConvener" | "taskForceOffice" | "leadUnitHead" | "liaison" | "supportUnitLiaison" | "supervisor" | "assessor" | "auditor" | "administrator" | "securityAdministrator" | "auditAdministrator";
            label: string;
            /** @enum {string} */
            scopeKind: "jurisdiction" | "plan" | "action" | "unit";
            scopeId: string;
            scopeLabel: string;
            validFrom: string | null;
            validTo: string | null;
            /** @enum {string} */
            origin: "record" | "provider";
        };
        Account: {
            /** Format: uuid */
            id: string;
            username: string;
            name: string;
            unit: components["schemas"]["UnitRef"];
            /** @enum {string} */
            state: "active" | "locked" | "barred" | "left";
            stateLabel: string;
            lockedUntil: string | null;
            barredAt: string | null;
            roles: components["schemas"]["Assignment"][];
            password: boolean;
            mustChange: boolean;
            secondFactor: boolean;
            linked: boolean;
            accessRequest: {
                password: boolean;
                secondFactor: boolean;
                reason: string;
                askedBy: components["schemas"]["PersonRef"];
                /** Format: date-time */
                askedAt: string;
                /** Format: date-time */
                until: string;
            } | null;
            sessions: number;
            tokens: number;
            lastSeenAt: string | null;
            version: number;
            allowedActs: ("change" | "bar" | "unbar" | "resetPassword" | "endSecondFactor" | "confirmAccess" | "refuseAccess" | "revoke" | "grantRole" | "withdrawRole" | "leave")[];
        };
        AccountPage: {
            items: components["schemas"]["Account"][];
            total: number;
            nextCursor: string | null;
            mayCreate: boolean;
            mayImport: boolean;
        };
        AccountReason: {
            reason: string;
        };
        NewAccount: {
            username: string;
            name: string;
            /** Format: uuid */
            unitId: string;
            reason: string;
        };
        FirstPassword: {
            account: components["schemas"]["Account"];
            firstPassword: string;
            version: number;
        };
        ConfirmedAccess: {
            account: components["schemas"]["Account"];
            firstPassword: string | null;
            version: number;
        };
        AccountChange: {
            name: string;
            /** Format: uuid */
            unitId: string;
            reason: string;
        };
        RoleGrant: {
            /** @enum {string} */
            role: "commander" | "deputyCommander" | "headquartersOffice" | "taskForceConvener" | "taskForceOffice" | "leadUnitHead" | "liaison" | "supportUnitLiaison" | "supervisor" | "assessor" | "auditor" | "administrator" | "securityAdministrator" | "auditAdministrator";
            /** @enum {string} */
            scopeKind: "jurisdiction" | "plan" | "action" | "unit";
            scopeId: string;
            /** @default null */
            from?: string | null;
            /** @default null */
            until?: string | null;
            reason: string;
        };
        Departure: {
            successorId: string | null;
            reason: string;
        };
        AccountImport: {
            dryRun: boolean;
            counts: {
                [key: string]: number;
            };
            lines: {
                line: number | null;
                what: string;
                /** @enum {string} */
                result: "newUnit" | "newPerson" | "movedPerson" | "granted" | "toGrant" | "unchanged" | "refused";
                resultLabel: string;
                message: string;
            }[];
            firstPasswords: {
                username: string;
                name: string;
                password: string;
            }[];
        };
        Delivery: {
            kind: string;
            label: string;
            /** @enum {string} */
            state: "pending" | "held" | "sending" | "sent" | "delivered" | "read" | "failedForNow" | "failedForGood";
            stateLabel: string;
            heldBecause: string | null;
            until: string | null;
            at: string | null;
            failure: string | null;
            attempts: number;
            again: boolean;
        };
        MessageDelivery: {
            ways: components["schemas"]["Delivery"][];
        };
        ToCall: {
            person: {
                /** Format: uuid */
                id: string;
                name: string;
                unit: string;
                posts: string[];
            };
            numbers: string[];
            /** Format: date-time */
            openedAt: string;
            callsInVain: number;
            raisedAt: string | null;
            messages: {
                /** Format: uuid */
                id: string;
                title: string;
                /** Format: date-time */
                at: string;
                reason: string;
                ways: components["schemas"]["Delivery"][];
            }[];
            calls: {
                /** Format: date-time */
                calledAt: string;
                officer: string;
                /** @enum {string} */
                outcome: "reached" | "leftWord" | "noAnswer" | "wrongNumber";
                outcomeLabel: string;
                reached: string;
                words: string;
            }[];
        };
        ToCallList: {
            items: components["schemas"]["ToCall"][];
            mayCall: boolean;
            by: components["schemas"]["Labelled"][];
            inVainAtMost: number;
        };
        RecordCall: {
            /** Format: uuid */
            personId: string;
            messageIds: string[];
            /** @enum {string} */
            outcome: "reached" | "leftWord" | "noAnswer" | "wrongNumber";
            /** Format: date-time */
            calledAt?: string;
            /** @default  */
            reached?: string;
            words: string;
        };
        RecordedCall: {
            /** Format: date-time */
            calledAt: string;
            delivered: boolean;
            raised: boolean;
        };
        AlertClock: {
            name: string;
            label: string;
            /** Format: date-time */
            at: string;
            overdue: boolean;
            unit: components["schemas"]["UnitRef"] | null;
            officeLabel: string | null;
        };
        Alert: {
            /** Format: uuid */
            id: string;
            kind: string;
            kindLabel: string;
            level: string;
            levelLabel: string;
            unit: components["schemas"]["UnitRef"] | null;
            planId: string | null;
            subjectKind: string | null;
            subjectId: string | null;
            noticeId: string | null;
            title: string;
            detail: string;
            /** @enum {string} */
            state: "open" | "settled";
            /** Format: date-time */
            raisedAt: string;
            clock: components["schemas"]["AlertClock"] | null;
            settledAt: string | null;
        };
        AlertPage: {
            items: components["schemas"]["Alert"][];
            total: number | null;
            nextCursor: string | null;
        };
        AlertSnapshot: {
            items: components["schemas"]["Alert"][];
        };
        ActionField: {
            name: string;
            label: string;
            /** @enum {string} */
            kind: "text" | "date" | "units" | "choice" | "percent";
            required: boolean;
            choices?: components["schemas"]["Labelled"][];
            atMost?: number;
        };
        AllowedAction: {
            action: string;
            label: string;
            href: string;
            grave: boolean;
            needsReason: boolean;
            fields: components["schemas"]["ActionField"][];
            seldom?: boolean;
            about?: string;
        };
        Contact: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            channelId: string;
            channel: string;
            kind: string;
            kindLabel: string;
            address: string;
            /** @enum {string} */
            state: "unproven" | "inUse" | "refused" | "takenBack";
            stateLabel: string;
            refusedReason: string | null;
            /** @enum {string} */
            keptBy: "directory" | "self";
            unwanted: ("notices" | "escalations" | "decisions" | "reminders" | "tasks" | "verification" | "changes" | "system")[];
            anyHour: boolean;
        };
        MyMessages: {
            contacts: components["schemas"]["Contact"][];
            channels: {
                /** Format: uuid */
                id: string;
                name: string;
                kind: string;
                kindLabel: string;
            }[];
            classes: {
                code: string;
                label: string;
                demanded: boolean;
            }[];
            inOrder: boolean;
            hours: {
                from: string;
                to: string;
            } | null;
            policyHours: {
                from: string;
                to: string;
            };
            ownHoursAtLeast: number;
            nextChannelAfterHours: number;
            throttle: {
                letters: number;
                withinMinutes: number;
            };
            etag: string;
        };
        OfferContact: {
            /** Format: uuid */
            channelId: string;
            address: string;
        };
        ProveContact: {
            code: string;
        };
        ChooseForContact: {
            unwanted: ("notices" | "escalations" | "decisions" | "reminders" | "tasks" | "verification" | "changes" | "system")[];
            anyHour: boolean;
        };
        ChooseMessages: {
            inOrder: boolean;
            hours: {
                from: string;
                to: string;
            } | null;
            order: string[];
        };
        PeopleContacts: {
            items: {
                /** Format: uuid */
                id: string;
                name: string;
                username: string;
                unit: string;
                contacts: components["schemas"]["Contact"][];
            }[];
            total: number | null;
            nextCursor: string | null;
        };
        TaskSource: {
            actionCode: string;
            actionName: string;
            /** @enum {string} */
            source: "instruction" | "meeting";
            sourceLabel: string;
            deadlineOn: string | null;
            mayDispatch: boolean;
        };
        TaskSourceList: {
            items: components["schemas"]["TaskSource"][];
        };
        CreateTask: {
            /** Format: uuid */
            planId: string;
            actionCode: string;
            /** @enum {string} */
            source: "instruction" | "meeting";
            ref: string;
            title: string;
            text: string;
            leadUnitIds: string[];
            /** @default [] */
            supportUnitIds?: string[];
            /** Format: date */
            deadlineOn?: string;
            /** @default false */
            dispatch?: boolean;
        };
        CreatedTask: {
            /** Format: uuid */
            taskId: string;
            code: string;
            state: string;
            stateLabel: string;
            /** Format: date */
            deadlineOn: string;
        };
        SuccessorTask: {
            title: string;
            leadUnitIds: string[];
            /** @default [] */
            supportUnitIds?: string[];
            /** Format: date */
            deadlineOn?: string;
        };
        SplitTask: {
            reason: string;
            into: components["schemas"]["SuccessorTask"][];
        };
        MergeTasks: {
            reason: string;
            tasks: {
                /** Format: uuid */
                id: string;
                version: number;
            }[];
            into: components["schemas"]["SuccessorTask"];
        };
        Superseded: {
            taskIds: string[];
        };
        TaskToHandOver: {
            /** Format: uuid */
            id: string;
            code: string;
            title: string;
            section: string | null;
            action: {
                code: string;
                name: string;
            };
            version: number;
        };
        TaskSuccession: {
            /** Format: uuid */
            toUnitId: string;
            reason: string;
            tasks?: {
                /** Format: uuid */
                id: string;
                version: number;
            }[];
            dryRun: boolean;
        };
        TaskSuccessionDone: {
            tasks: number;
            left: number;
            dryRun: boolean;
            items: {
                /** Format: uuid */
                id: string;
                code: string;
                title: string;
                section: string | null;
                action: {
                    code: string;
                    name: string;
                };
                version: number;
                asked: {
                    label: string;
                    at: string | null;
                }[];
            }[];
        };
        Reading: {
            position: number;
            value: number;
        };
        Report: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            obligationId: string;
            period: string;
            periodLabel: string;
            unit: components["schemas"]["UnitRef"];
            revision: number;
            progress: number;
            noChange: boolean;
            done: string;
            problems: string;
            helpWanted: string;
            nextSteps: string;
            readings: components["schemas"]["Reading"][];
            filedBy: components["schemas"]["PersonRef"] | null;
            /** Format: date-time */
            filedAt: string;
            signedBy: components["schemas"]["PersonRef"] | null;
            state: string;
            stateLabel: string;
        };
        ReviewItem: {
            /** Format: uuid */
            obligationId: string;
            task: {
                /** Format: uuid */
                id: string;
                code: string;
                title: string;
                expected: number;
            };
            report: components["schemas"]["Report"];
            previous: components["schemas"]["Report"] | null;
            /** Format: date-time */
            dueAt: string;
            late: boolean;
            silentAt: string | null;
            allowedActions: components["schemas"]["AllowedAction"][];
            version: number;
        };
        ReviewList: {
            items: components["schemas"]["ReviewItem"][];
            nextCursor: string | null;
        };
        AcceptReport: Record<string, never>;
        ReturnReport: {
            reason: string;
        };
        Changed: {
            version: number;
            state: string;
            stateLabel: string;
        };
        ClockSegment: {
            /** @enum {string} */
            kind: "running" | "suspended";
            /** Format: date-time */
            from: string;
            to: string | null;
            workingDays: number;
            reason?: string;
        };
        ClockLimit: {
            /** @enum {string} */
            kind: "workingDays" | "workingHours" | "date";
            amount: number | null;
            at: string | null;
        };
        NoticeSummary: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "reminderLetter" | "supervisionNotice" | "circular" | "interviewNotice";
            kindLabel: string;
            /** @enum {string} */
            state: "drafted" | "issued" | "cancelled";
            stateLabel: string;
            number: string | null;
            title: string;
            unit: components["schemas"]["UnitRef"];
            colour: string | null;
            /** Format: date-time */
            draftedAt: string;
            issuedAt: string | null;
            acknowledgedAt: string | null;
            rescindedAt: string | null;
            version: number;
        };
        NoticeAppeal: {
            /** @enum {string} */
            state: "open" | "upheld" | "rejected";
            reason: string;
            /** Format: date-time */
            at: string;
            dueAt: string | null;
            decision: {
                reason: string;
                /** Format: date-time */
                at: string;
            } | null;
        };
        Notice: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "reminderLetter" | "supervisionNotice" | "circular" | "interviewNotice";
            kindLabel: string;
            /** @enum {string} */
            state: "drafted" | "issued" | "cancelled";
            stateLabel: string;
            number: string | null;
            title: string;
            unit: components["schemas"]["UnitRef"];
            colour: string | null;
            /** Format: date-time */
            draftedAt: string;
            issuedAt: string | null;
            acknowledgedAt: string | null;
            rescindedAt: string | null;
            version: number;
            /** Format: uuid */
            planId: string;
            subjectKind: string;
            /** Format: uuid */
            subjectId: string;
            rung: string;
            body: string;
            facts: unknown;
            issuedBy: components["schemas"]["PersonRef"] | null;
            acknowledgedBy: components["schemas"]["PersonRef"] | null;
            appeal: components["schemas"]["NoticeAppeal"] | null;
            allowedActions: components["schemas"]["AllowedAction"][];
        };
        NoticePage: {
            items: components["schemas"]["NoticeSummary"][];
            total: number | null;
            nextCursor: string | null;
        };
        IssueNotice: {
            body?: string;
        };
        IssuedNotice: {
            /** Format: uuid */
            noticeId: string;
            number: string;
            /** Format: date-time */
            issuedAt: string;
        };
        AgreeToNotice: Record<string, never>;
        AgreedNotice: {
            /** Format: uuid */
            noticeId: string;
            /** Format: date-time */
            agreedAt: string;
        };
        AcknowledgeNotice: Record<string, never>;
        AcknowledgedNotice: {
            /** Format: uuid */
            noticeId: string;
            /** Format: date-time */
            acknowledgedAt: string;
        };
        NoticeActionInput: {
            reason?: string;
            statement?: string;
            /** Format: date */
            until?: string;
        };
        NoticeActed: {
            /** Format: uuid */
            noticeId: string;
            /** Format: date-time */
            at: string;
        };
        Figures: {
            tasks: number;
            byState: {
                [key: string]: number;
            };
            bySchedule: {
                [key: string]: number;
            };
            byColour: {
                [key: string]: number;
            };
            needsAssignment: number;
            progress: number;
            expected: number;
        };
        PlanSummary: {
            /** Format: uuid */
            id: string;
            code: string;
            title: string;
            documentNumber: string | null;
            issuedBy: string | null;
            issuedOn: string | null;
            year: number;
            taskCount: number;
            sourceAttached: boolean;
        };
        PlanList: {
            items: components["schemas"]["PlanSummary"][];
            nextCursor: string | null;
        };
        Cadence: {
            kind: string;
            every: string;
            label: string;
        };
        Action: {
            /** Format: uuid */
            id: string;
            code: string;
            number: string | null;
            name: string;
            taskForceName: string | null;
            officeUnit: components["schemas"]["UnitRef"] | null;
            figures: components["schemas"]["Figures"];
        };
        Plan: {
            /** Format: uuid */
            id: string;
            code: string;
            title: string;
            documentNumber: string | null;
            issuedBy: string | null;
            issuedOn: string | null;
            year: number;
            taskCount: number;
            sourceAttached: boolean;
            cadences: components["schemas"]["Cadence"][];
            figures: components["schemas"]["Figures"];
            actions: components["schemas"]["Action"][];
            ledgers: {
                period: string;
                label: string;
                href: string;
            }[];
        };
        UnitList: {
            items: {
                /** Format: uuid */
                id: string;
                name: string;
                code: string;
                kind: string;
                isGroup: boolean;
            }[];
            nextCursor: string | null;
        };
        Standing: {
            rung: number;
            colour: string | null;
            label: string;
        };
        ReportingLine: {
            /** Format: uuid */
            id: string;
            plan: {
                /** Format: uuid */
                id: string;
                title: string;
            };
            unit: components["schemas"]["UnitRef"];
            cadence: string;
            cadenceLabel: string;
            latestSitting: {
                /** Format: uuid */
                id: string;
                period: string;
                periodLabel: string;
                /** Format: date-time */
                dueAt: string;
                filedAt: string | null;
                /** @enum {string} */
                status: "upcoming" | "open" | "overdue" | "filed" | "missed" | "excused";
                statusLabel: string;
            } | null;
            missedSittings: number;
            standing: components["schemas"]["Standing"] | null;
            nextDeadline: {
                name: string;
                label: string;
                /** Format: date-time */
                at: string;
            } | null;
            taskCount: number;
        };
        ReportingLineList: {
            items: components["schemas"]["ReportingLine"][];
            nextCursor: string | null;
        };
        TaskDeadline: {
            /** Format: date */
            currentOn: string;
            /** Format: date */
            originalOn: string;
            inferred: boolean;
            extended: boolean;
            passed: boolean;
        };
        NextDue: {
            name: string;
            label: string;
            /** Format: date-time */
            at: string;
            overdue: boolean;
        };
        LastReport: {
            periodLabel: string;
            /** Format: date-time */
            at: string;
            daysAgo: number;
        };
        TaskSummary: {
            /** Format: uuid */
            id: string;
            code: string;
            title: string;
            titleIsLabel: boolean;
            action: {
                /** Format: uuid */
                id: string;
                code: string;
                name: string;
            };
            section: string | null;
            number: string | null;
            /** @enum {string} */
            state: "drafted" | "confirmed" | "dispatched" | "disputed" | "inProgress" | "closing" | "suspended" | "closed" | "withdrawn";
            stateLabel: string;
            needsAssignment: boolean;
            ongoing: boolean;
            leads: components["schemas"]["UnitRef"][];
            supportCount: number;
            deadline: components["schemas"]["TaskDeadline"];
            progress: number;
            expected: number;
            lag: number;
            /** @enum {string} */
            schedule: "onTrack" | "behind" | "seriouslyBehind";
            scheduleLabel: string;
            lastReport: components["schemas"]["LastReport"] | null;
            recorded: {
                expected: number;
                /** @enum {string} */
                schedule: "onTrack" | "behind" | "seriouslyBehind";
                scheduleLabel: string;
            };
            nextDue: components["schemas"]["NextDue"] | null;
            standing: components["schemas"]["Standing"] | null;
            version: number;
        };
        TaskPage: {
            items: components["schemas"]["TaskSummary"][];
            total: number | null;
            nextCursor: string | null;
        };
        Place: {
            annex: string | null;
            section: string | null;
            number: string | null;
            start: number | null;
            end: number | null;
            label: string;
        };
        Responsibility: {
            unit: components["schemas"]["UnitRef"];
            desk: string;
            /** @enum {string} */
            kind: "lead" | "support";
            label: string;
            printedName: string;
        };
        Indicator: {
            position: number;
            name: string;
            comparator: string;
            value: number;
            upper: number | null;
            unit: string;
            per: string | null;
            target: string;
            lastReading: {
                value: number;
                period: string;
                /** Format: date-time */
                filedAt: string;
            } | null;
        };
        ArmedDeadline: {
            name: string;
            label: string;
            /** @enum {string} */
            subjectKind: "task" | "obligation" | "reportingLine";
            unit: components["schemas"]["UnitRef"] | null;
            projectedAt: string | null;
            /** Format: date-time */
            armedAt: string;
            calendarVersion: number;
            overdue: boolean;
            segments: components["schemas"]["ClockSegment"][];
            workingDays: {
                used: number;
                inAll: number | null;
            } | null;
            limit: components["schemas"]["ClockLimit"] | null;
            rule: {
                label: string;
                version: number;
            };
        };
        TaskMatter: {
            /** @enum {string} */
            kind: "dispute" | "suspension" | "handover" | "blockage" | "answer" | "appeal" | "correction" | "hold";
            label: string;
            words: string;
            waitsFor: string | null;
            since: string | null;
        };
        Task: {
            /** Format: uuid */
            id: string;
            code: string;
            title: string;
            titleIsLabel: boolean;
            action: {
                /** Format: uuid */
                id: string;
                code: string;
                name: string;
            };
            section: string | null;
            number: string | null;
            /** @enum {string} */
            state: "drafted" | "confirmed" | "dispatched" | "disputed" | "inProgress" | "closing" | "suspended" | "closed" | "withdrawn";
            stateLabel: string;
            needsAssignment: boolean;
            ongoing: boolean;
            leads: components["schemas"]["UnitRef"][];
            supportCount: number;
            deadline: components["schemas"]["TaskDeadline"];
            progress: number;
            expected: number;
            lag: number;
            /** @enum {string} */
            schedule: "onTrack" | "behind" | "seriouslyBehind";
            scheduleLabel: string;
            lastReport: components["schemas"]["LastReport"] | null;
            recorded: {
                expected: number;
                /** @enum {string} */
                schedule: "onTrack" | "behind" | "seriouslyBehind";
                scheduleLabel: string;
            };
            nextDue: components["schemas"]["NextDue"] | null;
            standing: components["schemas"]["Standing"] | null;
            version: number;
            plan: {
                /** Format: uuid */
                id: string;
                code: string;
                title: string;
                documentNumber: string | null;
            };
            place: components["schemas"]["Place"];
            text: string | null;
            startOn: string | null;
            responsibilities: components["schemas"]["Responsibility"][];
            indicators: components["schemas"]["Indicator"][];
            cadences: {
                inherited: components["schemas"]["Cadence"][];
                own: components["schemas"]["Cadence"][];
            };
            armedDeadlines: components["schemas"]["ArmedDeadline"][];
            reports: components["schemas"]["Report"][];
            notices: components["schemas"]["NoticeSummary"][];
            matters: components["schemas"]["TaskMatter"][];
            mayBeSplit: boolean;
            allowedActions: components["schemas"]["AllowedAction"][];
        };
        DutyRecord: {
            /** Format: date */
            heldOn?: string;
            chairedBy?: string;
            attended?: string[];
            decisions?: string[];
            /** @enum {string} */
            state?: "confirmed" | "issued";
            reference?: string;
            text?: string;
            readings?: components["schemas"]["Reading"][];
            evidence?: string[];
            note?: string;
        };
        Duty: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "ledger" | "meeting" | "bulletin" | "review" | "assessment" | "part" | "requestedReport";
            label: string;
            plan: {
                /** Format: uuid */
                id: string;
                title: string;
            };
            action: {
                code: string;
                name: string;
            } | null;
            task: {
                /** Format: uuid */
                id: string;
                code: string;
                title: string;
            } | null;
            unit: components["schemas"]["UnitRef"];
            askedBy: components["schemas"]["UnitRef"] | null;
            period: string;
            periodLabel: string;
            opensAt: string | null;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            state: string;
            stateLabel: string;
            words: string | null;
            returnReason: string | null;
            silentAt: string | null;
            record: {
                /** Format: uuid */
                id: string;
                filedBy: components["schemas"]["PersonRef"] | null;
                /** Format: date-time */
                filedAt: string;
                body: components["schemas"]["DutyRecord"];
            } | null;
            indicators: components["schemas"]["Indicator"][];
            allowedActions: components["schemas"]["AllowedAction"][];
            version: number;
        };
        DutyList: {
            items: components["schemas"]["Duty"][];
            nextCursor: string | null;
        };
        DecisionTask: {
            decision: number;
            title: string;
            leadUnitIds: string[];
            /** @default [] */
            supportUnitIds?: string[];
            /** Format: date */
            deadlineOn?: string;
            /** @default false */
            dispatch?: boolean;
        };
        FulfilDuty: {
            record: components["schemas"]["DutyRecord"];
            /** @default [] */
            tasks?: components["schemas"]["DecisionTask"][];
        };
        FulfilledDuty: {
            /** Format: uuid */
            obligationId: string;
            /** Format: uuid */
            recordId: string;
            /** Format: date-time */
            filedAt: string;
            late: boolean;
            state: string;
            stateLabel: string;
            tasks: {
                decision: number;
                task: components["schemas"]["CreatedTask"] | null;
                refused: {
                    code: string;
                    detail: string;
                } | null;
            }[];
        };
        TaskOfDecision: {
            decision: number;
            title: string;
            leadUnitIds: string[];
            /** @default [] */
            supportUnitIds?: string[];
            /** Format: date */
            deadlineOn?: string;
            /** @default false */
            dispatch?: boolean;
        };
        AskForPart: {
            /** Format: uuid */
            unitId: string;
            words: string;
            /** @default false */
            once?: boolean;
            /** @enum {string} */
            every?: "week" | "ten-day" | "month" | "quarter" | "half-year" | "year";
        };
        AskedPart: {
            /** Format: uuid */
            requestId: string;
            period: string;
            periodLabel: string;
            /** Format: date-time */
            dueAt: string;
        };
        WithdrawPart: Record<string, never>;
        WithdrawnPart: {
            /** Format: uuid */
            requestId: string;
        };
        RequestReport: {
            /** Format: uuid */
            unitId: string;
            /** Format: date-time */
            dueAt: string;
            words: string;
            /** Format: uuid */
            approvedBy?: string;
        };
        RequestedReport: {
            /** Format: uuid */
            obligationId: string;
            /** Format: date-time */
            dueAt: string;
            noticeHours: number;
        };
        TaskAsks: {
            parts: {
                /** Format: uuid */
                id: string;
                unit: components["schemas"]["UnitRef"];
                askedBy: components["schemas"]["UnitRef"];
                cadenceLabel: string;
                words: string;
                /** Format: date-time */
                askedAt: string;
                withdrawnAt: string | null;
                mayWithdraw: boolean;
            }[];
            duties: components["schemas"]["Duty"][];
            partOf: components["schemas"]["UnitRef"][];
            reportOf: components["schemas"]["UnitRef"][];
            noticeHours: number;
            approvers: components["schemas"]["PersonRef"][];
        };
        ChangedDay: {
            /** Format: date */
            on: string;
            /** @enum {string} */
            before: "working" | "weekend" | "off" | "worked";
            /** @enum {string} */
            after: "working" | "weekend" | "off" | "worked";
        };
        OfficeHours: {
            morning: [
                string,
                string
            ];
            afternoon: [
                string,
                string
            ];
        };
        ArrangedYear: {
            year: number;
            /** @enum {string} */
            status: "published" | "provisional";
            source: string | null;
            off: string[];
            worked: string[];
        };
        AnnounceCalendar: {
            dryRun: boolean;
            /** @default  */
            reason?: string;
            /** @default [] */
            years?: components["schemas"]["ArrangedYear"][];
            hours?: components["schemas"]["OfficeHours"];
        };
        CalendarPreview: {
            /** Format: date-time */
            at: string;
            days: components["schemas"]["ChangedDay"][];
            hours: {
                before: components["schemas"]["OfficeHours"];
                after: components["schemas"]["OfficeHours"];
            } | null;
            years: {
                year: number;
                before: {
                    workingDays: number;
                    /** @enum {string} */
                    status: "published" | "provisional";
                } | null;
                after: {
                    workingDays: number;
                    /** @enum {string} */
                    status: "published" | "provisional";
                };
            }[];
            counts: {
                sittings: {
                    later: number;
                    earlier: number;
                    kept: number;
                    aheadAgain: number;
                    overdue: number;
                    window: number;
                };
                obligations: number;
                clocks: {
                    later: number;
                    earlier: number;
                    kept: number;
                    ends: number;
                    begins: number;
                };
                listedClocks: number;
                tasks: number;
                units: number;
            };
            sittings: {
                /** Format: uuid */
                id: string;
                unit: components["schemas"]["UnitRef"];
                label: string;
                periodLabel: string;
                owed: number;
                /** Format: date-time */
                before: string;
                /** Format: date-time */
                after: string;
                wouldBe: string | null;
                /** @enum {string} */
                fate: "later" | "earlier" | "kept" | "aheadAgain" | "overdue" | "window";
            }[];
            clocks: {
                label: string;
                task: {
                    /** Format: uuid */
                    id: string;
                    code: string;
                    title: string;
                } | null;
                units: components["schemas"]["UnitRef"][];
                before: string | null;
                after: string | null;
                wouldBe: string | null;
                /** @enum {string} */
                fate: "later" | "earlier" | "kept" | "ends" | "begins";
            }[];
            limit: number;
        };
        CalendarAnnounced: {
            dryRun: boolean;
            version: number;
            preview: components["schemas"]["CalendarPreview"] | null;
        };
        Level: {
            id: string;
            label: string;
            colour: string;
            rank: number;
            meaning: string;
        };
        CalendarYear: {
            calendar: {
                id: string;
                version: number;
            };
            year: number;
            /** Format: date */
            today: string;
            /** @enum {string} */
            status: "published" | "provisional";
            source: string | null;
            years: {
                year: number;
                /** @enum {string} */
                status: "published" | "provisional";
            }[];
            hours: components["schemas"]["OfficeHours"];
            workingDays: number;
            months: {
                month: number;
                workingDays: number;
                days: {
                    /** Format: date */
                    on: string;
                    /** @enum {string} */
                    kind: "working" | "weekend" | "off" | "worked";
                }[];
            }[];
            holidays: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                label: string | null;
                days: number;
            }[];
            worked: string[];
            dues: {
                /** Format: date-time */
                at: string;
                /** Format: date */
                on: string;
                /** @enum {string} */
                every: "day" | "week" | "ten-day" | "half-month" | "month" | "two-month" | "quarter" | "half-year" | "year";
                everyLabel: string;
                label: string;
            }[];
            changes: {
                version: number;
                /** Format: date-time */
                announcedAt: string;
                announcedBy: string | null;
                reason: string;
                days: components["schemas"]["ChangedDay"][];
                dayCount: number;
                hours: {
                    before: components["schemas"]["OfficeHours"];
                    after: components["schemas"]["OfficeHours"];
                } | null;
                finishedAt: string | null;
                moved: number;
                left: number;
            }[];
            mayAnnounce: boolean;
        };
        LadderRung: {
            name: string;
            label: string;
            level: components["schemas"]["Level"] | null;
            offset: {
                workingDays: number;
                at: string | null;
            };
            afterPeriods: number | null;
            lagOver: number | null;
            lagAtMost: number | null;
            to: components["schemas"]["Labelled"][];
            notice: components["schemas"]["Labelled"] | null;
            card: string | null;
            issuedBy: {
                code: string;
                label: string;
                within: {
                    workingDays: number;
                    at: string | null;
                };
                agreedBy: components["schemas"]["Labelled"] | null;
            } | null;
            answerWithin: {
                workingDays: number;
                at: string | null;
            } | null;
            early: {
                level: string;
                label: string;
                count: number;
                /** @enum {string} */
                within: "quarter" | "year";
            } | null;
        };
        Ladder: {
            name: string;
            label: string;
            /** @enum {string} */
            group: "reports" | "task" | "office" | "duty";
            cause: string;
            gate: components["schemas"]["Labelled"] | null;
            duties: string[];
            startAt: {
                code: string;
                label: string;
                rung: string;
            }[];
            together: boolean;
            paused: {
                /** Format: date-time */
                since: string;
                /** Format: date */
                until: string;
                reason: string;
            } | null;
            reminders: {
                offset: {
                    workingDays: number;
                    at: string | null;
                };
                to: components["schemas"]["Labelled"][];
            }[];
            rungs: components["schemas"]["LadderRung"][];
        };
        LadderList: {
            policy: {
                id: string;
                label: string;
                version: number;
            };
            importances: components["schemas"]["Labelled"][];
            lagBehind: number;
            /** Format: date-time */
            dueNext: string;
            items: components["schemas"]["Ladder"][];
        };
        LadderCourse: {
            ladder: string;
            label: string;
            /** Format: date-time */
            dueAt: string;
            moments: {
                /** Format: date-time */
                at: string;
                /** Format: date */
                on: string;
                workingDay: number;
                /** @enum {string} */
                kind: "reminder" | "due" | "reached" | "toIssue" | "issueOverdue" | "issued" | "answered" | "answerOverdue" | "cured" | "appealed" | "appealUpheld" | "appealRejected" | "appealOverdue" | "stopped" | "resumed" | "refused";
                rung: string | null;
                label: string | null;
                level: components["schemas"]["Level"] | null;
                notice: components["schemas"]["Labelled"] | null;
                aside: boolean;
                beside: components["schemas"]["Labelled"] | null;
                to: components["schemas"]["Labelled"][];
                early: boolean;
                why: ("held" | "suspended" | "waiting" | "paused" | "appeal" | "decision") | null;
            }[];
            /** @enum {string} */
            end: "cured" | "top" | "upheld" | "waitsForIssue" | "waitsForLag" | "waitsForDecision" | "notBegun" | "calendarEnds";
            may: ("held" | "suspended" | "waiting" | "paused" | "appeal")[];
        };
        Health: {
            /** @constant */
            status: "ok";
        };
        Readiness: {
            /** @enum {string} */
            status: "ready" | "notReady";
            checks: {
                name: string;
                ok: boolean;
                detail: string;
            }[];
        };
        SystemHealth: {
            /** Format: date-time */
            at: string;
            rehearsal: boolean;
            checks: {
                /** @enum {string} */
                name: "sweep" | "clocks" | "messages" | "letters" | "audit" | "seal" | "backup" | "calendar" | "machines";
                /** @enum {string} */
                state: "good" | "attention" | "trouble" | "unknown";
                at: string | null;
                count: number | null;
                on: string | null;
            }[];
            findings: {
                code: string;
                what: string;
                where: string;
                mend: string;
            }[];
            parts: {
                name: string;
                ok: boolean;
                detail: string;
            }[];
            processes: {
                kind: string;
                host: string;
                version: string;
                /** Format: date-time */
                startedAt: string;
                aheadSeconds: number;
            }[];
        };
        InboxMessage: {
            /** Format: uuid */
            id: string;
            kind: string;
            title: string;
            body: string;
            subjectKind: string | null;
            subjectId: string | null;
            noticeId: string | null;
            productId: string | null;
            /** Format: date-time */
            deliveredAt: string;
            readAt: string | null;
        };
        InboxPage: {
            items: components["schemas"]["InboxMessage"][];
            total: number | null;
            nextCursor: string | null;
            unread: number;
        };
        MarkRead: {
            ids: string[];
        };
        MarkedRead: {
            marked: number;
            unread: number;
        };
        Channel: {
            /** Format: uuid */
            id: string;
            name: string;
            kind: string;
            kindLabel: string;
            paused: boolean;
            pausedReason: string | null;
            pausedAt: string | null;
            pausedBy: string | null;
            settings: {
                name: string;
                value: string;
            }[];
            limits: string[];
            isGroup: boolean;
            /** @enum {string} */
            receipts: "none" | "possible" | "made";
            lastSentAt: string | null;
            lastFailedAt: string | null;
            lastFailure: string | null;
            addresses: number;
            groups: string[];
            counts: {
                /** @enum {string} */
                state: "pending" | "held" | "sending" | "sent" | "delivered" | "read" | "failedForNow" | "failedForGood";
                count: number;
            }[];
        };
        ChannelList: {
            items: components["schemas"]["Channel"][];
            mayChange: boolean;
            rehearsal: boolean;
            countedDays: number;
        };
        Letter: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            purpose: "messages" | "code" | "trial";
            purposeLabel: string;
            channel: string;
            owner: string | null;
            title: string;
            delivery: components["schemas"]["Delivery"];
            /** Format: date-time */
            createdAt: string;
            nextAt: string | null;
            mayRequeue: boolean;
        };
        LetterPage: {
            items: components["schemas"]["Letter"][];
            nextCursor: string | null;
            mayChange: boolean;
        };
        LetterDetail: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            purpose: "messages" | "code" | "trial";
            purposeLabel: string;
            channel: string;
            owner: string | null;
            title: string;
            delivery: components["schemas"]["Delivery"];
            /** Format: date-time */
            createdAt: string;
            nextAt: string | null;
            mayRequeue: boolean;
            attempts: {
                number: number;
                /** Format: date-time */
                begunAt: string;
                endedAt: string | null;
                outcomeLabel: string;
                reason: string | null;
            }[];
        };
        Requeued: {
            requeued: number;
        };
        PauseChannel: {
            reason: string;
        };
        ChannelPaused: {
            paused: boolean;
        };
        TrialLetter: {
            /** @default  */
            address?: string;
        };
        TrialSent: {
            /** Format: uuid */
            letterId: string;
        };
        ReceiptAddress: {
            /** Format: uri */
            url: string;
        };
        Batch: {
            /** @default false */
            dryRun?: boolean;
            input?: {
                [key: string]: unknown;
            };
            items: {
                /** Format: uuid */
                id: string;
                version: number;
                input?: {
                    [key: string]: unknown;
                };
            }[];
        };
        BatchItemResult: {
            /** Format: uuid */
            id: string;
            status: number;
            code: string | null;
            message: string;
            etag: string | null;
        };
        BatchResult: {
            /** @enum {string} */
            act: "acceptReports" | "returnReports" | "confirmTasks" | "dispatchTasks" | "signTasks" | "passGates" | "agreeToNotices" | "issueNotices" | "acknowledgeNotices" | "recordFindings" | "reviewProducts" | "issueProducts" | "acknowledgeProducts";
            dryRun: boolean;
            count: number;
            done: number;
            refused: number;
            items: components["schemas"]["BatchItemResult"][];
        };
        JurisdictionRef: {
            id: string;
            name: string;
            level: string;
            levelLabel: string;
        };
        Jurisdiction: {
            id: string;
            name: string;
            level: string;
            levelLabel: string;
            ancestors: components["schemas"]["JurisdictionRef"][];
            children: components["schemas"]["JurisdictionRef"][];
        };
        HandedIndicator: {
            name: string;
            comparatorLabel: string;
            value: number;
            unit: string;
        };
        LowerReading: {
            name: string;
            value: number;
            unit: string;
        };
        LowerProgressFacts: {
            state: string;
            stateLabel: string;
            scheduleLabel: string;
            card: string | null;
            /** Format: date */
            deadlineOn: string;
            percent: number | null;
            periodLabel: string | null;
            readings: components["schemas"]["LowerReading"][];
            words: string | null;
            /** Format: date-time */
            at: string;
        };
        HandDown: {
            /** Format: uuid */
            id: string;
            title: string;
            requirement: string;
            /** Format: date */
            deadlineOn: string;
            indicators: components["schemas"]["HandedIndicator"][];
            /** @enum {string} */
            state: "offered" | "asked" | "adopted" | "declined" | "recalled";
            stateLabel: string;
            /** Format: date-time */
            offeredAt: string;
            question: string | null;
            answer: string | null;
            reason: string | null;
            version: number;
            lower: {
                id: string;
                name: string;
            };
            deliveredAt: string | null;
            adopted: {
                code: string;
                title: string;
                /** Format: date */
                deadlineOn: string;
                leads: string[];
                deadlineReason: string | null;
            } | null;
            progress: components["schemas"]["LowerProgressFacts"] | null;
            mayAnswer: boolean;
            mayRecall: boolean;
        };
        LowerFigures: {
            adopted: number;
            reported: number;
            closed: number;
            lowestPercent: number | null;
            meanPercent: number | null;
            readings: {
                name: string;
                unit: string;
                sum: number;
                of: number;
            }[];
        };
        TaskCascade: {
            items: components["schemas"]["HandDown"][];
            mayHandDown: boolean;
            children: components["schemas"]["JurisdictionRef"][];
            handedDown: {
                /** Format: uuid */
                id: string;
                upperName: string;
                upperTaskCode: string;
            } | null;
            figures: components["schemas"]["LowerFigures"];
        };
        HandDownInput: {
            to: string[];
            requirement: string;
            /** Format: date */
            deadlineOn?: string;
        };
        CascadeMessage: {
            /** Format: uuid */
            handDownId: string;
            otherName: string;
            /** @enum {string} */
            direction: "in" | "out";
            seq: number;
            /** @enum {string} */
            kind: "offered" | "answered" | "recalled" | "adopted" | "declined" | "asked" | "progress";
            kindLabel: string;
            summary: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            state: "pending" | "delivered" | "stopped" | "received";
        };
        CascadeMessageList: {
            items: components["schemas"]["CascadeMessage"][];
        };
        HandedDownTask: {
            /** Format: uuid */
            id: string;
            title: string;
            requirement: string;
            /** Format: date */
            deadlineOn: string;
            indicators: components["schemas"]["HandedIndicator"][];
            /** @enum {string} */
            state: "offered" | "asked" | "adopted" | "declined" | "recalled";
            stateLabel: string;
            /** Format: date-time */
            offeredAt: string;
            question: string | null;
            answer: string | null;
            reason: string | null;
            version: number;
            upper: {
                id: string;
                name: string;
            };
            upperTaskCode: string;
            upperPlanTitle: string;
            offeredBy: string;
            /** Format: date-time */
            receivedAt: string;
            task: {
                /** Format: uuid */
                id: string;
                code: string;
            } | null;
            mayDecide: boolean;
        };
        HandedDownTaskList: {
            items: components["schemas"]["HandedDownTask"][];
            waiting: number;
        };
        AdoptHandedDown: {
            /** Format: uuid */
            planId: string;
            actionCode: string;
            title?: string;
            leadUnitIds: string[];
            /** @default [] */
            supportUnitIds?: string[];
            /** Format: date */
            deadlineOn?: string;
            deadlineReason?: string;
            /** @default false */
            dispatch?: boolean;
        };
        HandDownAnswer: {
            answer: string;
        };
        HandDownReason: {
            reason: string;
        };
        HandedDownQuestion: {
            question: string;
        };
        EvidenceFile: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            taskId: string;
            obligationId: string | null;
            period: string | null;
            unit: components["schemas"]["UnitRef"] | null;
            name: string;
            mediaType: string;
            kindLabel: string;
            size: number;
            sha256: string;
            scanned: boolean;
            note: string;
            /** Format: date-time */
            addedAt: string;
            addedBy: components["schemas"]["PersonRef"] | null;
            withdrawn: {
                /** Format: date-time */
                at: string;
                by: string | null;
                reason: string;
            } | null;
            mayWithdraw: boolean;
        };
        EvidenceFileList: {
            items: components["schemas"]["EvidenceFile"][];
            mayAdd: boolean;
        };
        WithdrawEvidence: {
            reason: string;
        };
        LedgerRow: {
            sheet: string;
            row: number;
            code: string;
            title: string;
            unit: string;
            periodLabel: string;
            /** @enum {string} */
            outcome: "file" | "filed" | "sent" | "untouched" | "same" | "error" | "conflict" | "closed" | "refused";
            outcomeLabel: string;
            late: boolean;
            progress: number | null;
            faults: {
                cell: string | null;
                column: string | null;
                message: string;
            }[];
            remarks: {
                cell: string | null;
                column: string | null;
                message: string;
            }[];
        };
        LedgerUpload: {
            dryRun: boolean;
            planTitle: string;
            periodLabel: string;
            counts: {
                [key: string]: number;
            };
            rows: components["schemas"]["LedgerRow"][];
            strays: {
                sheet: string;
                row: number;
                text: string;
            }[];
            missingColumns: string[];
            sittings: {
                /** Format: uuid */
                id: string;
                unit: string;
                periodLabel: string;
                /** Format: date-time */
                dueAt: string;
                late: boolean;
                stillOwed: number;
                signOff: boolean;
            }[];
            marked: {
                fileName: string;
                content: string;
            } | null;
        };
        DeskItem: {
            /** @enum {string} */
            kind: "task" | "sitting" | "duty" | "report" | "alert" | "notice" | "verification" | "planReview" | "product" | "assessment" | "person" | "letter" | "webhook" | "check";
            id: string;
            title: string;
            note: string | null;
            at: string | null;
            overdue: boolean;
        };
        DeskCard: {
            /** @enum {string} */
            name: "toSignOff" | "signOffReturned" | "atSignOff" | "toFile" | "returned" | "toSign" | "noticesToAcknowledge" | "noticesToAnswer" | "dutiesOwed" | "dutiesToAccept" | "toReview" | "gateTaskForce" | "gateVerification" | "gateApproval" | "noticesToIssue" | "noticesToAgree" | "verifications" | "appeals" | "disputes" | "needsAssignment" | "planReviews" | "products" | "toRelease" | "correctionsDue" | "released" | "objectionsToDecide" | "scoresToSettle" | "scoresToCheck" | "objectionsFiled" | "helpWanted" | "alerts" | "behind" | "seriouslyBehind" | "cardsReceived" | "accessRequests" | "lettersFailed" | "withoutAddress" | "webhooksPaused" | "health" | "audit";
            /** @enum {string} */
            clock: "due" | "since";
            count: number | null;
            items: components["schemas"]["DeskItem"][];
        };
        Desk: {
            /** Format: date-time */
            at: string;
            cards: components["schemas"]["DeskCard"][];
        };
        SearchHit: {
            /** @enum {string} */
            kind: "task" | "unit" | "plan" | "product" | "planReview";
            /** Format: uuid */
            id: string;
            title: string;
            note: string | null;
        };
        SearchAnswer: {
            items: components["schemas"]["SearchHit"][];
        };
        SignIn: {
            username: string;
            password: string;
            code?: string;
        };
        ChangePassword: {
            current: string;
            next: string;
        };
        Role: {
            /** @enum {string} */
            role: "commander" | "deputyCommander" | "headquartersOffice" | "taskForceConvener" | "taskForceOffice" | "leadUnitHead" | "liaison" | "supportUnitLiaison" | "supervisor" | "assessor" | "auditor" | "administrator" | "securityAdministrator" | "auditAdministrator";
            label: string;
            /** @enum {string} */
            scopeKind: "jurisdiction" | "plan" | "action" | "unit";
            scopeId: string;
            scopeLabel: string;
        };
        Session: {
            person: {
                /** Format: uuid */
                id: string;
                name: string;
                username: string;
            };
            unit: components["schemas"]["UnitRef"];
            jurisdiction: {
                id: string;
                name: string;
            };
            roles: components["schemas"]["Role"][];
            areas: ("tasks" | "newTasks" | "handedDown" | "successions" | "duties" | "products" | "burden" | "scores" | "sittings" | "planReviews" | "reviews" | "reportingLines" | "alerts" | "draws" | "verifications" | "notices" | "calls" | "letters" | "webhooks" | "accounts" | "units" | "rules" | "health" | "trail" | "inbox")[];
            levels: components["schemas"]["Level"][];
            csrfToken: string;
            mustChangePassword: boolean;
            secondFactor: boolean;
            mustSetUpSecondFactor: boolean;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            now: string;
            rehearsal: boolean;
        };
        SignInWays: {
            provider: {
                label: string;
                path: string;
            } | null;
        };
        SignOutElsewhere: {
            url: string | null;
        };
        Shell: {
            session: components["schemas"]["Session"];
            plans: components["schemas"]["PlanSummary"][];
            unread: number;
            sittingsDue: number;
        };
        SittingSummary: {
            /** Format: uuid */
            id: string;
            plan: {
                /** Format: uuid */
                id: string;
                title: string;
            };
            unit: components["schemas"]["UnitRef"];
            period: string;
            periodLabel: string;
            /** Format: date */
            periodStart: string;
            /** Format: date */
            periodEnd: string;
            /** Format: date-time */
            opensAt: string;
            /** Format: date-time */
            dueAt: string;
            filedAt: string | null;
            filedBy: components["schemas"]["PersonRef"] | null;
            late: boolean;
            /** @enum {string} */
            status: "upcoming" | "open" | "overdue" | "filed" | "missed" | "excused";
            statusLabel: string;
            itemCount: number;
            returnedCount: number;
            atSignOffCount: number;
            signOffReturnedCount: number;
            toFileCount: number;
        };
        SittingList: {
            items: components["schemas"]["SittingSummary"][];
            nextCursor: string | null;
        };
        CalendarFeed: {
            madeAt: string | null;
            readAt: string | null;
        };
        RenewedCalendarFeed: {
            /** Format: uri */
            url: string;
        };
        AmendmentItem: {
            key: string;
            content: string;
            /** @enum {string} */
            kind: "added" | "removed" | "changed" | "unchanged";
            kindLabel: string;
            task: {
                /** Format: uuid */
                id: string;
                code: string;
                title: string;
                stateLabel: string;
            } | null;
            draftTaskId: string | null;
            title: string;
            similarity: number | null;
            matchedBy: string | null;
            changes: {
                /** @enum {string} */
                field: "title" | "text" | "lead" | "support" | "deadline" | "indicators" | "action" | "number";
                label: string;
                before: string;
                after: string;
            }[];
            effect: string;
            hint: string | null;
            decision: ("approved" | "rejected") | null;
            reason: string | null;
        };
        Amendment: {
            items: components["schemas"]["AmendmentItem"][];
            undecided: number;
        };
        DecideAmendment: {
            /** @default [] */
            items?: {
                key: string;
                decision: ("approved" | "rejected") | null;
                reason?: string;
                content: string;
            }[];
            /** @default [] */
            pairs?: {
                /** Format: uuid */
                draftTaskId: string;
                taskId: string | null;
            }[];
        };
        ReadingSpan: {
            start: number;
            end: number;
        } | {
            sheet: string;
            row: number;
        };
        Evidence: {
            path: string;
            span: components["schemas"]["ReadingSpan"];
            confidence: number;
            rule: string | null;
            reason: string | null;
        };
        PlanFinding: {
            code: string;
            /** @enum {string} */
            severity: "error" | "advice";
            message: string;
            draftTaskId: string | null;
            span: components["schemas"]["ReadingSpan"] | null;
        };
        UnitSuggestion: {
            unit: components["schemas"]["UnitRef"];
            score: number;
            reason: string;
        };
        ReadUnit: {
            printed: string;
            canonical: string;
            unit: components["schemas"]["UnitRef"] | null;
            desks: string[];
            group: boolean;
            suggestions: components["schemas"]["UnitSuggestion"][];
        };
        ReadIndicator: {
            name: string;
            /** @enum {string} */
            comparator: ">=" | "<=" | "=" | "~" | "+" | ">" | "<" | "range";
            value: number;
            upper?: number;
            unit: string;
            /** @enum {string} */
            per?: "year" | "half-year" | "quarter" | "month" | "week" | "day";
        };
        ReadDeadline: {
            /** Format: date */
            date: string;
            raw: string;
            inferred: boolean;
        };
        ReadCadence: {
            kind: string;
            every: string;
            label: string;
        };
        CadenceReplacement: {
            own: {
                kind: string;
                every: string;
            };
            inherited: {
                kind: string;
                every: string;
                /** @enum {string} */
                origin: "plan" | "action";
            };
            reason: string;
        };
        EffectiveCadence: {
            kind: string;
            every: string;
            label: string;
            /** @enum {string} */
            origin: "plan" | "action" | "task";
            originLabel: string;
            /** @enum {string} */
            duty: "leadUnit" | "office" | "nobody";
            dutyLabel: string;
            by: string;
            span: components["schemas"]["ReadingSpan"] | null;
            replacedBy: {
                label: string;
                reason: string;
                by: components["schemas"]["PersonRef"] | null;
                at: string | null;
            } | null;
        };
        SubItem: {
            number: string;
            text: string;
        };
        DraftTask: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "proposed" | "confirmed" | "dropped";
            stateLabel: string;
            position: number;
            code: string;
            actionCode: string;
            section: string;
            number: string;
            title: string | null;
            titleIsLabel: boolean;
            text: string;
            span: components["schemas"]["ReadingSpan"];
            lead: components["schemas"]["ReadUnit"][];
            support: components["schemas"]["ReadUnit"][];
            leadIsInferred: boolean;
            openEnded: boolean;
            needsAssignment: boolean;
            deadlines: components["schemas"]["ReadDeadline"][];
            ongoing: boolean;
            cadences: components["schemas"]["ReadCadence"][];
            replacements: components["schemas"]["CadenceReplacement"][];
            effectiveCadences: components["schemas"]["EffectiveCadence"][];
            reportsEvery: components["schemas"]["Labelled"][];
            indicators: components["schemas"]["ReadIndicator"][];
            subItems: components["schemas"]["SubItem"][];
            people: {
                name: string;
                role: string;
            }[];
            evidence: components["schemas"]["Evidence"][];
            doubts: {
                code: string;
                message: string;
                path: string;
                span: components["schemas"]["ReadingSpan"];
                confidence: number;
            }[];
            dropReason: string | null;
            corrected: string[];
            origin: string[];
            changedBy: components["schemas"]["PersonRef"] | null;
            changedAt: string | null;
        };
        CorrectDraftTask: {
            title?: string;
            actionCode?: string;
            section?: string;
            number?: string;
            lead?: {
                printed: string;
                /** Format: uuid */
                unitId?: string;
            }[];
            support?: {
                printed: string;
                /** Format: uuid */
                unitId?: string;
            }[];
            deadlines?: components["schemas"]["ReadDeadline"][];
            ongoing?: boolean;
            cadences?: {
                kind: string;
                every: string;
            }[];
            replacements?: components["schemas"]["CadenceReplacement"][];
            indicators?: components["schemas"]["ReadIndicator"][];
            subItems?: components["schemas"]["SubItem"][];
            span?: components["schemas"]["ReadingSpan"];
        };
        DraftTaskAct: {
            /** @constant */
            type: "confirm";
        } | {
            /** @constant */
            type: "doubt";
        } | {
            /** @constant */
            type: "drop";
            reason: string;
        } | {
            /** @constant */
            type: "restore";
        } | {
            /** @constant */
            type: "split";
            at: number[];
        } | {
            /** @constant */
            type: "move";
            after: string | null;
        };
        AddDraftTask: {
            span: components["schemas"]["ReadingSpan"];
            actionCode: string;
            after: string | null;
        };
        DraftTaskList: {
            tasks: components["schemas"]["DraftTask"][];
        };
        PlanReviewSummary: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "open" | "dispatched" | "abandoned";
            stateLabel: string;
            title: string;
            fileName: string;
            documentKind: string;
            amends: {
                /** Format: uuid */
                id: string;
                title: string;
            } | null;
            uploadedBy: components["schemas"]["PersonRef"] | null;
            /** Format: date-time */
            uploadedAt: string;
            counts: {
                proposed: number;
                confirmed: number;
                dropped: number;
                doubtful: number;
            };
            planId: string | null;
            dispatching: {
                total: number;
                done: number;
            } | null;
        };
        PlanReviewList: {
            items: components["schemas"]["PlanReviewSummary"][];
            nextCursor: string | null;
        };
        DraftAction: {
            code: string;
            number: string;
            name: string;
            goals: components["schemas"]["ReadIndicator"][];
            taskForce: string | null;
            officeUnit: string | null;
            cadences: {
                kind: string;
                every: string;
                label: string;
                by: string;
            }[];
        };
        PlanFacts: {
            planCode: string;
            title: string;
            documentNumber: string;
            issuedBy: string;
            issuedOn: string | null;
            year: number;
        };
        CorrectPlanFacts: {
            planCode?: string;
            title?: string;
            documentNumber?: string;
            issuedBy?: string;
            issuedOn?: string | null;
            year?: number;
        };
        UnmatchedName: {
            printed: string;
            draftTaskIds: string[];
            suggestions: components["schemas"]["UnitSuggestion"][];
        };
        PlanReview: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "open" | "dispatched" | "abandoned";
            stateLabel: string;
            title: string;
            fileName: string;
            documentKind: string;
            amends: {
                /** Format: uuid */
                id: string;
                title: string;
            } | null;
            uploadedBy: components["schemas"]["PersonRef"] | null;
            /** Format: date-time */
            uploadedAt: string;
            counts: {
                proposed: number;
                confirmed: number;
                dropped: number;
                doubtful: number;
            };
            planId: string | null;
            dispatching: {
                total: number;
                done: number;
            } | null;
            facts: components["schemas"]["PlanFacts"];
            actions: components["schemas"]["DraftAction"][];
            planCadences: {
                kind: string;
                every: string;
                label: string;
                by: string;
            }[];
            headlineTargets: components["schemas"]["ReadIndicator"][];
            tasks: components["schemas"]["DraftTask"][];
            findings: components["schemas"]["PlanFinding"][];
            unmatched: components["schemas"]["UnmatchedName"][];
            mayChange: boolean;
            mayDispatch: boolean;
            notice?: string;
        };
        ReviewDocument: {
            kind: string;
            fileName: string;
            bytes: number;
            sha256: string;
            text: string;
            tables: {
                sheet: string;
                rows: {
                    row: number;
                    cells: string[];
                }[];
            }[];
        };
        PlanReviewAct: {
            /** @constant */
            type: "merge";
            tasks: {
                /** Format: uuid */
                id: string;
                version: number;
            }[];
        } | {
            /** @constant */
            type: "confirm";
            tasks: {
                /** Format: uuid */
                id: string;
                version: number;
            }[];
        } | {
            /** @constant */
            type: "nameUnit";
            printed: string;
            /** Format: uuid */
            unitId: string;
            learn: boolean;
        } | {
            /** @constant */
            type: "registerUnit";
            printed: string;
            name: string;
            kind: string;
        } | {
            /** @constant */
            type: "setCadences";
            plan?: {
                kind: string;
                every: string;
                by?: string;
            }[];
            actions?: {
                code: string;
                cadences: {
                    kind: string;
                    every: string;
                    by?: string;
                }[];
            }[];
        } | {
            /** @constant */
            type: "abandon";
            reason: string;
        };
        ReviewStep: {
            seq: number;
            /** Format: date-time */
            at: string;
            by: components["schemas"]["PersonRef"] | null;
            type: string;
            label: string;
            draftTaskIds: string[];
            words: string;
        };
        ReviewStepList: {
            items: components["schemas"]["ReviewStep"][];
        };
        DispatchPlan: {
            /** @default false */
            dryRun?: boolean;
        };
        DispatchSummary: {
            version: number;
            dryRun: boolean;
            planId: string | null;
            tasks: number;
            dispatched: number;
            waitingForLead: number;
            units: {
                unit: components["schemas"]["UnitRef"];
                leads: number;
                supports: number;
                reportsPerMonth: number;
                minutesPerMonth: number;
                overCap: boolean;
            }[];
            obstacles: components["schemas"]["PlanFinding"][];
        };
        PlanSource: {
            /** Format: uuid */
            planId: string;
            title: string;
            documentNumber: string | null;
            text: string | null;
            mayAttach: boolean;
        };
        AttachedSource: {
            /** Format: uuid */
            planId: string;
            tasks: number;
        };
        UnitRecord: {
            /** Format: uuid */
            id: string;
            name: string;
            code: string;
            kind: string;
            kindLabel: string;
            isGroup: boolean;
            aliases: string[];
            members: number;
            succeeded: string | null;
            predecessors: string[];
            people: number;
            vacant: components["schemas"]["Labelled"][];
            tasksLed: number;
        };
        UnitRecordPage: {
            items: components["schemas"]["UnitRecord"][];
            total: number | null;
            nextCursor: string | null;
            mayRegister: boolean;
        };
        UnitFile: {
            /** Format: uuid */
            id: string;
            name: string;
            code: string;
            kind: string;
            kindLabel: string;
            isGroup: boolean;
            succeeded: string | null;
            vacant: components["schemas"]["Labelled"][];
            tasksLed: number;
            aliases: {
                printed: string;
                /** @enum {string} */
                origin: "directory" | "learned";
                desks: string[];
                learnedFrom: string | null;
                learnedAt: string | null;
                learnedBy: components["schemas"]["PersonRef"] | null;
            }[];
            desks: {
                name: string;
                aliases: string[];
            }[];
            members: components["schemas"]["UnitRef"][];
            groups: components["schemas"]["UnitRef"][];
            predecessors: {
                unit: components["schemas"]["UnitRef"];
                /** @enum {string} */
                kind: "rename" | "merge" | "split";
                kindLabel: string;
                /** Format: date */
                from: string;
                reason: string;
                /** Format: date-time */
                recordedAt: string;
                recordedBy: components["schemas"]["PersonRef"] | null;
            }[];
            successors: {
                unit: components["schemas"]["UnitRef"];
                /** @enum {string} */
                kind: "rename" | "merge" | "split";
                kindLabel: string;
                /** Format: date */
                from: string;
                reason: string;
                /** Format: date-time */
                recordedAt: string;
                recordedBy: components["schemas"]["PersonRef"] | null;
            }[];
            posts: {
                /** @enum {string} */
                role: "commander" | "deputyCommander" | "headquartersOffice" | "taskForceConvener" | "taskForceOffice" | "leadUnitHead" | "liaison" | "supportUnitLiaison" | "supervisor" | "assessor" | "auditor" | "administrator" | "securityAdministrator" | "auditAdministrator";
                label: string;
                person: components["schemas"]["PersonRef"];
                validTo: string | null;
            }[];
            people: {
                /** Format: uuid */
                id: string;
                name: string;
                barred: boolean;
                roles: string[];
            }[];
            tasksSupported: number;
            changes: {
                /** @enum {string} */
                kind: "registered" | "membersSet";
                kindLabel: string;
                /** Format: date-time */
                at: string;
                by: components["schemas"]["PersonRef"] | null;
                reason: string;
            }[];
            toHandOver: components["schemas"]["TaskToHandOver"][];
            allowedActs: ("learnAlias" | "takeBackAlias" | "succeed" | "takeBackSuccession" | "setMembers" | "succeedInTasks")[];
            etag: string;
        };
        NewUnit: {
            name: string;
            kind?: string;
            /** @default [] */
            aliases?: string[];
            /** @default [] */
            memberIds?: string[];
            reason: string;
        };
        NewUnitAlias: {
            printed: string;
            learnedFrom: string;
        };
        UnitAliasWithdrawal: {
            printed: string;
            reason: string;
        };
        NewUnitSuccession: {
            /** @enum {string} */
            kind: "rename" | "merge" | "split";
            successorIds: string[];
            /** Format: date */
            from: string;
            reason: string;
            /** @default false */
            dryRun?: boolean;
        };
        UnitReason: {
            reason: string;
        };
        GroupMembers: {
            memberIds: string[];
            reason: string;
        };
        UnitSuccessionDone: {
            note: string;
            dryRun: boolean;
            tasksToReassign: number;
            tasksToHandOver: number;
            people: number;
            groups: components["schemas"]["UnitRef"][];
        };
        TimelineEvent: {
            /** @enum {string} */
            subjectKind: "task" | "obligation" | "reportingLine";
            /** Format: uuid */
            subjectId: string;
            seq: number;
            type: string;
            label: string;
            summary: string;
            period: string | null;
            /** Format: date-time */
            at: string;
            actor: components["schemas"]["PersonRef"] | null;
            unit: components["schemas"]["UnitRef"] | null;
            payload: {
                [key: string]: unknown;
            };
            prevHash: string;
            hash: string;
        };
        TimelinePage: {
            items: components["schemas"]["TimelineEvent"][];
            total: number | null;
            nextCursor: string | null;
        };
        TaskWhole: {
            task: components["schemas"]["Task"];
            timeline: components["schemas"]["TimelinePage"];
            evidence: components["schemas"]["EvidenceFileList"];
            asks: components["schemas"]["TaskAsks"];
            cascade: components["schemas"]["TaskCascade"];
        };
        FiledReport: {
            /** Format: uuid */
            obligationId: string;
            progress: number;
            /** @default false */
            noChange?: boolean;
            /** @default  */
            done?: string;
            /** @default  */
            problems?: string;
            /** @default  */
            helpWanted?: string;
            /** @default  */
            nextSteps?: string;
            /** @default [] */
            readings?: components["schemas"]["Reading"][];
        };
        Filing: {
            reports: components["schemas"]["FiledReport"][];
        };
        SignOffOfSitting: {
            wanted: boolean;
            heads: components["schemas"]["PersonRef"][];
            way: ("file" | "sendForSignOff") | null;
            because: ("head" | "vacant") | null;
            waiting: number;
            since: string | null;
        };
        ParkedReport: {
            /** @enum {string} */
            state: "waiting" | "returned" | "takenBack" | "overtaken";
            stateLabel: string;
            progress: number;
            noChange: boolean;
            done: string;
            problems: string;
            helpWanted: string;
            nextSteps: string;
            readings: components["schemas"]["Reading"][];
            evidence: string[];
            sentBy: components["schemas"]["PersonRef"] | null;
            /** Format: date-time */
            sentAt: string;
            decidedBy: components["schemas"]["PersonRef"] | null;
            decidedAt: string | null;
            remark: string;
            maySign: boolean;
        };
        UnitSignOff: {
            unit: components["schemas"]["UnitRef"];
            wanted: boolean;
            heads: components["schemas"]["PersonRef"][];
            changedAt: string | null;
            changedBy: components["schemas"]["PersonRef"] | null;
            waiting: number;
            mayTurn: boolean;
        };
        TurnSignOff: {
            wanted: boolean;
        };
        SomeOfSitting: {
            obligationIds: string[];
        };
        ReturnFromSignOff: {
            obligationIds: string[];
            remark: string;
        };
        SentForSignOff: {
            /** Format: uuid */
            sittingId: string;
            /** Format: date-time */
            sentAt: string;
            waiting: number;
            heads: components["schemas"]["PersonRef"][];
        };
        HandedBack: {
            /** Format: uuid */
            sittingId: string;
            /** Format: date-time */
            at: string;
            obligationIds: string[];
        };
        SignedOff: {
            /** Format: uuid */
            sittingId: string;
            /** Format: date-time */
            at: string;
            late: boolean;
            rows: {
                /** Format: uuid */
                obligationId: string;
                /** @enum {string} */
                outcome: "signed" | "notOwed" | "changed" | "notWaiting";
                outcomeLabel: string;
                message: string;
            }[];
            stillOwed: number;
        };
        SittingItem: {
            /** Format: uuid */
            obligationId: string;
            state: string;
            stateLabel: string;
            toFile: boolean;
            returnReason: string | null;
            task: {
                /** Format: uuid */
                id: string;
                code: string;
                title: string;
                deadline: components["schemas"]["TaskDeadline"];
                progress: number;
                expected: number;
            };
            indicators: components["schemas"]["Indicator"][];
            lastReport: components["schemas"]["Report"] | null;
            report: components["schemas"]["Report"] | null;
            parts: {
                unit: components["schemas"]["UnitRef"];
                periodLabel: string;
                text: string;
                readings: components["schemas"]["Reading"][];
                evidence: string[];
                /** Format: date-time */
                filedAt: string;
            }[];
            files: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            noChange: {
                allowed: boolean;
                inARow: number;
            };
            signOff: components["schemas"]["ParkedReport"] | null;
        };
        AfterFiling: {
            reviewedBy: string[];
            acceptedAt: string | null;
            stops: {
                name: string;
                label: string;
                /** Format: date-time */
                at: string;
            }[];
        };
        Sitting: {
            /** Format: uuid */
            id: string;
            plan: {
                /** Format: uuid */
                id: string;
                title: string;
            };
            unit: components["schemas"]["UnitRef"];
            period: string;
            periodLabel: string;
            /** Format: date */
            periodStart: string;
            /** Format: date */
            periodEnd: string;
            /** Format: date-time */
            opensAt: string;
            /** Format: date-time */
            dueAt: string;
            filedAt: string | null;
            filedBy: components["schemas"]["PersonRef"] | null;
            late: boolean;
            /** @enum {string} */
            status: "upcoming" | "open" | "overdue" | "filed" | "missed" | "excused";
            statusLabel: string;
            itemCount: number;
            returnedCount: number;
            atSignOffCount: number;
            signOffReturnedCount: number;
            toFileCount: number;
            items: components["schemas"]["SittingItem"][];
            allowedActions: components["schemas"]["AllowedAction"][];
            afterFiling: components["schemas"]["AfterFiling"] | null;
            signOff: components["schemas"]["SignOffOfSitting"];
            version: number;
        };
        Filed: {
            /** Format: uuid */
            sittingId: string;
            /** Format: date-time */
            filedAt: string;
            late: boolean;
            withoutSignOff: ("head" | "vacant") | null;
        };
        ProductChanges: {
            /** Format: date-time */
            figuresAt: string;
            items: {
                name: string;
                before: string;
                now: string | null;
            }[];
            correction: {
                /** Format: uuid */
                id: string;
                state: components["schemas"]["Labelled"];
            } | null;
        };
        ProductSummary: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "tenDayLedger" | "monthlyLedger" | "dispatchBrief" | "monthlyBulletin" | "publication" | "quarterlyReview" | "annualAssessment" | "reminderLetter" | "supervisionNotice" | "circular" | "interviewNotice" | "specialReport" | "meetingMinutes";
            kindLabel: string;
            plan: {
                /** Format: uuid */
                id: string;
                title: string;
            };
            /** @enum {string} */
            scopeKind: "plan" | "action" | "unit" | "person" | "task" | "meeting";
            /** Format: uuid */
            scopeId: string;
            scopeName: string;
            period: string;
            edition: number;
            /** @enum {string} */
            state: "draft" | "reviewed" | "issued" | "withdrawn" | "abandoned";
            stateLabel: string;
            title: string;
            number: string | null;
            dueAt: string | null;
            /** Format: date-time */
            producedAt: string;
            issuedAt: string | null;
            withdrawnAt: string | null;
            delivered: number;
            acknowledged: number;
            acts: ("edit" | "refresh" | "review" | "return" | "issue" | "withdraw" | "correct" | "abandon" | "acknowledge")[];
            version: number;
        };
        ProductRun: {
            /** @enum {string} */
            kind: "text" | "figure";
            text: string;
            source?: string;
            /** @constant */
            edited?: true;
            /** @constant */
            strong?: true;
        };
        ProductBlock: {
            /** @enum {string} */
            kind: "heading" | "paragraph" | "table" | "picture";
            level: number;
            text: string;
            number?: string;
            caption?: string;
            line?: components["schemas"]["ProductRun"][];
            columns?: {
                title: string;
                /** @enum {string} */
                align: "left" | "center" | "right";
            }[];
            rows?: components["schemas"]["ProductRun"][][][];
            alternative?: string;
            svg?: string;
        };
        ProductPaper: {
            /** @enum {string} */
            form: "document" | "letter" | "minutes";
            above: string[];
            mark: string;
            joint: {
                names: string[];
                word: string;
            } | null;
            signers: string[] | null;
            annexNote: string[];
            annexMarks: string[];
            date: string;
            foot: {
                copies: string | null;
                printedBy: string;
                printedOn: string;
            } | null;
        };
        ProductCheck: {
            block: number;
            /** @enum {string} */
            code: "typedNumber" | "doubledMark" | "emptyBracket" | "openEnd" | "emptyPhrase" | "tooLong";
            message: string;
            mend: string;
        };
        Product: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "tenDayLedger" | "monthlyLedger" | "dispatchBrief" | "monthlyBulletin" | "publication" | "quarterlyReview" | "annualAssessment" | "reminderLetter" | "supervisionNotice" | "circular" | "interviewNotice" | "specialReport" | "meetingMinutes";
            kindLabel: string;
            plan: {
                /** Format: uuid */
                id: string;
                title: string;
            };
            /** @enum {string} */
            scopeKind: "plan" | "action" | "unit" | "person" | "task" | "meeting";
            /** Format: uuid */
            scopeId: string;
            scopeName: string;
            period: string;
            edition: number;
            /** @enum {string} */
            state: "draft" | "reviewed" | "issued" | "withdrawn" | "abandoned";
            stateLabel: string;
            title: string;
            number: string | null;
            dueAt: string | null;
            /** Format: date-time */
            producedAt: string;
            issuedAt: string | null;
            withdrawnAt: string | null;
            delivered: number;
            acknowledged: number;
            acts: ("edit" | "refresh" | "review" | "return" | "issue" | "withdraw" | "correct" | "abandon" | "acknowledge")[];
            version: number;
            addressees: string[];
            blocks: components["schemas"]["ProductBlock"][];
            annexes: {
                title: string;
                blocks: components["schemas"]["ProductBlock"][];
            }[];
            issuers: string[];
            maker: string;
            copiesTo: string[];
            /** Format: date-time */
            figuresAt: string;
            reviewedAt: string | null;
            reviewedBy: string | null;
            issuedBy: string | null;
            withdrawn: {
                by: string | null;
                reason: string;
            } | null;
            files: {
                /** @enum {string} */
                format: "docx" | "pdf" | "xlsx";
                sha256: string;
                size: number;
                href: string;
            }[];
            versions: {
                version: number;
                act: components["schemas"]["Labelled"];
                /** Format: date-time */
                at: string;
                by: string | null;
            }[];
            deliveries: {
                person: string;
                unit: string | null;
                /** Format: date-time */
                deliveredAt: string;
                readAt: string | null;
                acknowledgedAt: string | null;
            }[];
            paper: components["schemas"]["ProductPaper"];
            checks: components["schemas"]["ProductCheck"][];
            allowedActions: components["schemas"]["AllowedAction"][];
        };
        ProductPage: {
            items: components["schemas"]["ProductSummary"][];
            total: number | null;
            nextCursor: string | null;
        };
        ProduceProduct: {
            /** @enum {string} */
            kind: "tenDayLedger" | "monthlyLedger" | "dispatchBrief" | "monthlyBulletin" | "publication" | "quarterlyReview" | "annualAssessment" | "reminderLetter" | "supervisionNotice" | "circular" | "interviewNotice" | "specialReport" | "meetingMinutes";
            /** Format: uuid */
            planId: string;
            /** @enum {string} */
            scopeKind: "plan" | "action" | "unit" | "person" | "task" | "meeting";
            /** Format: uuid */
            scopeId: string;
            period: string;
        };
        EditProduct: {
            title?: string;
            blocks: ({
                keep: number;
            } | {
                instead?: number;
                level: 0 | 1 | 2 | 3 | 4;
                text: string;
            })[];
        };
        ProductActionInput: {
            reason?: string;
            publishEmpty?: boolean;
        };
        ProductFigures: {
            /** Format: date-time */
            figuresAt: string;
            frozen: boolean;
            items: {
                name: string;
                value: number | string;
                printed: string;
                of: {
                    /** @enum {string} */
                    kind: "task" | "obligation" | "notice" | "verification" | "meeting" | "unit";
                    label: string;
                    count: number;
                }[];
            }[];
        };
        ProductFigureRow: {
            /** @enum {string} */
            kind: "task" | "obligation" | "notice" | "verification" | "meeting" | "unit";
            /** Format: uuid */
            id: string;
            title: string;
            detail: string;
            taskId: string | null;
        };
        ProductFigure: {
            name: string;
            value: number | string;
            printed: string;
            of: {
                /** @enum {string} */
                kind: "task" | "obligation" | "notice" | "verification" | "meeting" | "unit";
                label: string;
                count: number;
            }[];
            /** Format: date-time */
            figuresAt: string;
            frozen: boolean;
            items: components["schemas"]["ProductFigureRow"][];
            total: number;
            nextCursor: string | null;
        };
        ProductVersion: {
            version: number;
            act: components["schemas"]["Labelled"];
            /** Format: date-time */
            at: string;
            by: string | null;
            title: string;
            blocks: components["schemas"]["ProductBlock"][];
        };
        ProductIssuePreview: {
            /** @enum {string} */
            kind: "tenDayLedger" | "monthlyLedger" | "dispatchBrief" | "monthlyBulletin" | "publication" | "quarterlyReview" | "annualAssessment" | "reminderLetter" | "supervisionNotice" | "circular" | "interviewNotice" | "specialReport" | "meetingMinutes";
            number: {
                series: string;
                next: string;
            } | null;
            people: number;
            units: number;
            roles: {
                label: string;
                people: number;
            }[];
            /** Format: date-time */
            deliverAt: string;
            fulfilsDuty: boolean;
        };
        ProductRelease: {
            enabled: boolean;
            /** @enum {string} */
            state: "notReleased" | "released" | "withdrawn";
            releasedAt: string | null;
            withdrawn: {
                /** Format: date-time */
                at: string;
                reason: string;
            } | null;
            path: string;
            tasks: number;
            shows: {
                what: string;
                shown: boolean;
            }[];
            faults: string[];
            mentions: string[];
            noLongerTrue: {
                /** Format: uuid */
                id: string;
                code: string;
                title: string;
                reopened: boolean;
            }[];
        };
        Delegation: {
            /** Format: uuid */
            id: string;
            delegator: components["schemas"]["PersonRef"];
            delegate: components["schemas"]["PersonRef"];
            unitName: string;
            roles: {
                /** @enum {string} */
                role: "commander" | "deputyCommander" | "headquartersOffice" | "taskForceConvener" | "leadUnitHead" | "liaison" | "supportUnitLiaison";
                label: string;
            }[];
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            reason: string;
            /** Format: date-time */
            grantedAt: string;
            /** @enum {string} */
            state: "coming" | "current" | "over" | "ended";
            stateLabel: string;
            endedAt: string | null;
            endedByName: string | null;
            mayEnd: boolean;
        };
        DelegationList: {
            items: components["schemas"]["Delegation"][];
            roles: {
                /** @enum {string} */
                role: "commander" | "deputyCommander" | "headquartersOffice" | "taskForceConvener" | "leadUnitHead" | "liaison" | "supportUnitLiaison";
                label: string;
            }[];
            candidates: {
                /** Format: uuid */
                id: string;
                name: string;
                unitName: string;
            }[];
            /** Format: date */
            today: string;
        };
        NewDelegation: {
            /** Format: uuid */
            delegateId: string;
            roles: ("commander" | "deputyCommander" | "headquartersOffice" | "taskForceConvener" | "leadUnitHead" | "liaison" | "supportUnitLiaison")[];
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            reason: string;
        };
        EndDelegation: {
            reason: string;
        };
        SecondFactor: {
            on: boolean;
            required: boolean;
            recoveryCodesLeft: number;
        };
        BegunSecondFactor: {
            secret: string;
            address: string;
        };
        RecoveryCodes: {
            codes: string[];
        };
        OwnSession: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** Format: date-time */
            expiresAt: string;
            address: string | null;
            agent: string | null;
            current: boolean;
        };
        OwnSessionList: {
            items: components["schemas"]["OwnSession"][];
        };
        ApiToken: {
            /** Format: uuid */
            id: string;
            name: string;
            scopes: ("read" | "report" | "act")[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            lastUsedAt: string | null;
            lastUsedFrom: string | null;
        };
        ApiTokenList: {
            items: components["schemas"]["ApiToken"][];
        };
        MakeApiToken: {
            name: string;
            scopes: ("read" | "report" | "act")[];
            days: number;
            password: string;
        };
        MadeApiToken: {
            token: string;
            made: components["schemas"]["ApiToken"];
        };
        BeginSecondFactor: {
            password: string;
        };
        ConfirmSecondFactor: {
            code: string;
        };
        RenewRecoveryCodes: {
            password: string;
        };
        EndSecondFactor: {
            password: string;
            code: string;
        };
        QueueStatus: {
            /** @enum {string} */
            backend: "postgres" | "redis" | "redisSentinel" | "redisCluster";
            paused: boolean;
            waiting: number;
            active: number;
            delayed: number;
            failed: number;
            nextSweepAt: string | null;
            failures: {
                id: string;
                at: string | null;
                failedAt: string | null;
                reason: string;
            }[];
        };
        QueuePaused: {
            paused: boolean;
        };
        QueueRequeued: {
            requeued: number;
        };
        UnitScore: {
            unit: components["schemas"]["UnitRef"];
            empty: boolean;
            own: boolean;
            rank: number | null;
            total: number;
            totalBeforeUndoing: number;
            sections: {
                label: string;
                marks: number;
                points: number;
            }[];
            deductions: number;
            bonus: number;
        };
        ScoreSheet: {
            scheme: {
                label: string;
                version: number;
            };
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** Format: date-time */
            asOf: string;
            groups: {
                label: string;
                scores: components["schemas"]["UnitScore"][];
            }[];
        };
        ScoreGround: {
            label: string;
            task: {
                /** Format: uuid */
                id: string;
                code: string;
                title: string;
            } | null;
            met: boolean | null;
            points: number | null;
            undone: boolean;
            /** Format: date-time */
            at: string;
            events: {
                label: string;
                /** Format: date-time */
                at: string;
                kind: string;
                /** Format: uuid */
                id: string;
                seq: number;
            }[];
            noticeId: string | null;
            sittingId: string | null;
            lacksEvidence: boolean;
        };
        ScoreDetail: {
            scheme: {
                label: string;
                version: number;
            };
            /** Format: date-time */
            asOf: string;
            group: string;
            rankedUnits: number;
            score: components["schemas"]["UnitScore"];
            sections: {
                label: string;
                marks: number;
                points: number;
                items: {
                    label: string;
                    marks: number;
                    points: number;
                    id: string;
                    share: {
                        met: number;
                        of: number;
                    } | null;
                    note: string | null;
                    grounds: components["schemas"]["ScoreGround"][];
                }[];
            }[];
            deductions: {
                id: string;
                label: string;
                points: number;
                grounds: components["schemas"]["ScoreGround"][];
            }[];
            decisions: {
                points: number;
                reason: string;
                evidence: string[];
                /** Format: date-time */
                at: string;
            }[];
        };
        Burden: {
            capMinutes: number;
            assumed: boolean;
            months: {
                month: string;
                units: {
                    unit: components["schemas"]["UnitRef"];
                    demands: number;
                    fields: number;
                    minutes: number;
                    overCap: boolean;
                    made: {
                        label: string;
                        demands: number;
                        minutes: number;
                    }[];
                }[];
            }[];
        };
        ScoringScheme: {
            scheme: {
                id: string;
                version: number;
                label: string;
            };
            /** Format: date-time */
            since: string;
            reason: string;
            sections: {
                label: string;
                marks: number;
                items: {
                    id: string;
                    label: string;
                    marks: number;
                    rule: string;
                    evidenceRequired: boolean;
                    each: number | null;
                }[];
            }[];
            deductions: {
                id: string;
                label: string;
                each: number;
                atMost: number | null;
            }[];
            bonus: {
                label: string;
                atMost: number;
                evidenceRequired: boolean;
            } | null;
            weights: {
                code: string;
                weight: number;
            }[];
            groups: {
                label: string;
                members: string;
            }[];
            ownUnit: components["schemas"]["Labelled"];
            kept: {
                id: string;
                version: number;
                label: string;
                /** Format: date-time */
                at: string;
            }[];
        };
        ScoreWhatIf: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** Format: date-time */
            asOf: string;
            before: {
                id: string;
                version: number;
                label: string;
            };
            after: {
                id: string;
                version: number;
                label: string;
            };
            moved: {
                up: number;
                down: number;
                same: number;
            };
            units: {
                unit: components["schemas"]["UnitRef"];
                group: string;
                before: {
                    total: number;
                    rank: number | null;
                };
                after: {
                    total: number;
                    rank: number | null;
                };
                change: number;
                parts: {
                    label: string;
                    points: number;
                }[];
            }[];
        };
        AssessmentSummary: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            planId: string;
            period: string;
            periodLabel: string;
            edition: number;
            /** @enum {string} */
            state: "preview" | "final" | "withdrawn";
            stateLabel: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** Format: date-time */
            asOf: string;
            scheme: {
                id: string;
                version: number;
                label: string;
            };
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            objectionsUntil: string;
            objectionsOpen: boolean;
            finalisedAt: string | null;
            withdrawn: {
                /** Format: date-time */
                at: string;
                reason: string;
            } | null;
        };
        AssessmentList: {
            items: components["schemas"]["AssessmentSummary"][];
            mayOpen: boolean;
        };
        AssessmentLine: {
            id: string;
            section: string;
            label: string;
            marks: number | null;
            points: number;
            adjustment: number;
            basis: string;
        };
        AssessmentScore: {
            unit: components["schemas"]["UnitRef"];
            own: boolean;
            previewTotal: number;
            previewRank: number | null;
            total: number;
            rank: number | null;
        };
        AssessmentObjection: {
            /** Format: uuid */
            id: string;
            unit: components["schemas"]["UnitRef"];
            line: string;
            lineLabel: string;
            points: number;
            room: number;
            statement: string;
            evidence: string[];
            /** Format: date-time */
            filedAt: string;
            filedBy: string | null;
            /** @enum {string} */
            state: "open" | "upheld" | "rejected";
            stateLabel: string;
            adjustment: number | null;
            reason: string | null;
            decidedAt: string | null;
            decidedBy: string | null;
            mayDecide: boolean;
        };
        Assessment: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            planId: string;
            period: string;
            periodLabel: string;
            edition: number;
            /** @enum {string} */
            state: "preview" | "final" | "withdrawn";
            stateLabel: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** Format: date-time */
            asOf: string;
            scheme: {
                id: string;
                version: number;
                label: string;
            };
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            objectionsUntil: string;
            objectionsOpen: boolean;
            finalisedAt: string | null;
            withdrawn: {
                /** Format: date-time */
                at: string;
                reason: string;
            } | null;
            openedBy: string | null;
            finalisedBy: string | null;
            previewHash: string;
            finalHash: string | null;
            groups: {
                label: string;
                scores: components["schemas"]["AssessmentScore"][];
            }[];
            objections: components["schemas"]["AssessmentObjection"][];
            allowedActions: components["schemas"]["AllowedAction"][];
            files: {
                /** @enum {string} */
                format: "xlsx" | "json";
                href: string;
            }[];
            version: number;
        };
        AssessmentUnit: {
            assessment: components["schemas"]["AssessmentSummary"];
            score: components["schemas"]["AssessmentScore"];
            groupLabel: string;
            lines: components["schemas"]["AssessmentLine"][];
            detail: components["schemas"]["ScoreDetail"];
            objections: components["schemas"]["AssessmentObjection"][];
            mayObject: boolean;
            version: number;
        };
        OpenAssessment: {
            period: string;
            objectionDays?: number;
        };
        ObjectToAssessment: {
            line: string;
            ground?: {
                kind: string;
                /** Format: uuid */
                id: string;
                seq: number;
            };
            statement: string;
            evidence: string[];
        };
        DecideObjection: {
            /** @enum {string} */
            decision: "upheld" | "rejected";
            points?: number;
            reason: string;
        };
        AssessmentActionInput: {
            reason?: string;
        };
        TaskActionInput: {
            unitIds?: string[];
            reason?: string;
            /** @enum {string} */
            decision?: "reassign" | "insist";
            statement?: string;
            finding?: string;
            progress?: number;
            /** Format: date */
            until?: string;
            /** Format: date */
            deadlineOn?: string;
            /** @enum {string} */
            how?: "add" | "instead" | "drop";
            every?: string;
        };
        Explanation: {
            sentences: string[];
            rules: {
                kind: string;
                label: string;
                version: number;
            }[];
            clocks: {
                name: string;
                label: string;
                unit: string | null;
                at: string | null;
                state: string;
                calendarVersion: number;
                provisional: boolean;
                segments: components["schemas"]["ClockSegment"][];
            }[];
            events: {
                subjectKind: string;
                /** Format: uuid */
                subjectId: string;
                seq: number;
                type: string;
                label: string;
                /** Format: date-time */
                at: string;
            }[];
        };
        TrailEntry: {
            chain: {
                /** @enum {string} */
                kind: "task" | "obligation" | "reportingLine" | "actor";
                /** Format: uuid */
                id: string;
            };
            seq: number;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "task" | "obligation" | "reportingLine" | "account" | "configuration" | "export" | "read" | "retention" | "evidence" | "cascade" | "product" | "filing";
            kindLabel: string;
            action: string;
            actionLabel: string;
            actor: components["schemas"]["PersonRef"] | null;
            onBehalfOf: components["schemas"]["PersonRef"] | null;
            unit: components["schemas"]["UnitRef"] | null;
            subject: {
                kind: string;
                id: string;
                title: string;
            } | null;
            persons: components["schemas"]["PersonRef"][];
            personCount: number;
            viaLabel: string | null;
            sessionId: string | null;
            tokenId: string | null;
            address: string | null;
            agent: string | null;
            before: unknown;
            after: unknown;
            details: unknown;
            erased: boolean;
            hash: string;
            seal: {
                number: number;
                /** Format: date-time */
                sealedAt: string;
            } | null;
        };
        TrailPage: {
            items: components["schemas"]["TrailEntry"][];
            nextCursor: string | null;
            /** Format: date-time */
            from: string;
        };
        ChainState: {
            chain: {
                /** @enum {string} */
                kind: "task" | "obligation" | "reportingLine" | "actor";
                /** Format: uuid */
                id: string;
            };
            title: string;
            length: number;
            holds: boolean;
            fault: {
                seq: number;
                tampering: string;
                label: string;
            } | null;
            sealedUpTo: number;
            seals: {
                number: number;
                /** Format: date-time */
                sealedAt: string;
                seq: number;
            }[];
        };
        Seal: {
            jurisdictionId: string;
            number: number;
            /** Format: date-time */
            sealedAt: string;
            previousHash: string;
            root: string;
            leaves: number;
            history: string | null;
            hash: string;
            publicKey: string;
            signature: string;
        };
        SealList: {
            items: components["schemas"]["Seal"][];
            nextAfter: number | null;
        };
        EventProof: {
            /** @constant */
            format: "luoshi.proof/1";
        } & {
            [key: string]: unknown;
        };
        SealConsistency: {
            /** @constant */
            format: "luoshi.consistency/1";
        } & {
            [key: string]: unknown;
        };
        WallTiles: {
            id: string[];
            code: string[];
            title: string[];
            state: number[];
            progress: number[];
            expected: number[];
            schedule: number[];
            recorded: number[];
            reported: number[];
            level: number[];
            deadline: number[];
            leads: number[][];
            overdue: number[];
        };
        WallKeys: {
            states: {
                /** @enum {string} */
                state: "drafted" | "confirmed" | "dispatched" | "disputed" | "inProgress" | "closing" | "suspended" | "closed" | "withdrawn";
                label: string;
            }[];
            days: string[];
            units: string[];
        };
        WallAction: {
            /** Format: uuid */
            id: string;
            code: string;
            number: string | null;
            name: string;
            figures: components["schemas"]["Figures"];
            tiles: components["schemas"]["WallTiles"];
        };
        WallUnit: {
            unit: components["schemas"]["UnitRef"];
            taskCount: number;
            standing: components["schemas"]["Standing"] | null;
            missedSittings: number;
            latest: {
                periodLabel: string;
                /** @enum {string} */
                status: "upcoming" | "open" | "overdue" | "filed" | "missed" | "excused";
                statusLabel: string;
            } | null;
        };
        WallChange: {
            /** Format: date-time */
            at: string;
            type: string;
            label: string;
            count: number;
            task: {
                /** Format: uuid */
                id: string;
                code: string;
                title: string;
            } | null;
            unit: string | null;
        };
        WallLevel: {
            id: string;
            label: string;
            colour: string;
            tasks: number;
            units: number;
        };
        Wall: {
            plan: {
                /** Format: uuid */
                id: string;
                title: string;
                documentNumber: string | null;
                year: number;
            };
            /** Format: date-time */
            at: string;
            position: number;
            figures: components["schemas"]["Figures"];
            levels: components["schemas"]["WallLevel"][];
            keys: components["schemas"]["WallKeys"];
            actions: components["schemas"]["WallAction"][];
            units: components["schemas"]["WallUnit"][];
            changes: components["schemas"]["WallChange"][];
        };
        TruthSignal: {
            name: string;
            label: string;
            score: number;
            lots: number;
            says: string;
        };
        DrawEntry: {
            key: string;
            /** Format: uuid */
            taskId: string;
            code: string;
            title: string;
            unit: components["schemas"]["UnitRef"];
            period: string;
            progress: number;
            expected: number | null;
            lots: number;
            chance: number;
            signals: components["schemas"]["TruthSignal"][];
        };
        DrawRules: {
            baseLots: number;
            fewestLots: number;
            mostLots: number;
            weights: {
                name: string;
                label: string;
                lots: number;
            }[];
            count: number;
            shareAtMost: number;
            certain: {
                name: string;
                label: string;
                from: number;
            }[];
            /** @enum {string} */
            publicRandomness: "required" | "optional";
        };
        DrawPreview: {
            rules: components["schemas"]["DrawRules"];
            places: number;
            entries: components["schemas"]["DrawEntry"][];
            entryActions: components["schemas"]["AllowedAction"][];
            allowedActions: components["schemas"]["AllowedAction"][];
        };
        DrawSummary: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            planId: string;
            /** @enum {string} */
            state: "committed" | "frozen" | "drawn" | "abandoned";
            stateLabel: string;
            count: number;
            commitment: string;
            /** Format: date-time */
            committedAt: string;
            frozenAt: string | null;
            populationHash: string | null;
            population: number | null;
            randomness: {
                text: string;
                source: string;
                /** Format: date-time */
                at: string;
            } | null;
            drawnAt: string | null;
            recordHash: string | null;
            abandonReason: string | null;
            drawn: {
                order: number;
                key: string;
                code: string;
                title: string;
                unit: string;
                lots: number;
                /** @enum {string} */
                because: "rule" | "lot";
            }[];
            allowedActions: components["schemas"]["AllowedAction"][];
            version: number;
        };
        DrawList: {
            items: components["schemas"]["DrawSummary"][];
        };
        CommitDraw: {
            count?: number;
        };
        FreezeDraw: Record<string, never>;
        CarryOutDraw: Record<string, never>;
        AbandonDraw: {
            reason: string;
        };
        AddRandomness: {
            text: string;
            source: string;
        };
        DrawStands: {
            /** Format: uuid */
            drawId: string;
            version: number;
            /** @enum {string} */
            state: "committed" | "frozen" | "drawn" | "abandoned";
        };
        DrawnVerifications: {
            /** Format: uuid */
            drawId: string;
            version: number;
            /** @enum {string} */
            state: "committed" | "frozen" | "drawn" | "abandoned";
            verificationIds: string[];
            passedOver: string[];
        };
        Verification: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            planId: string;
            task: {
                /** Format: uuid */
                id: string;
                code: string;
                title: string;
            };
            unit: components["schemas"]["UnitRef"];
            drawId: string | null;
            reason: string;
            period: string | null;
            reported: number | null;
            words: string | null;
            /** Format: date-time */
            orderedAt: string;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            /** @enum {string} */
            state: "open" | "found";
            finding: {
                /** @enum {string} */
                code: "true" | "partlyTrue" | "untrue";
                label: string;
                found: number | null;
                words: string;
                evidence: {
                    label: string;
                    ref: string;
                }[];
                /** Format: date-time */
                at: string;
                by: components["schemas"]["PersonRef"] | null;
            } | null;
            corrected: {
                progress: number;
                /** Format: date-time */
                at: string;
            } | null;
            allowedActions: components["schemas"]["AllowedAction"][];
            version: number;
        };
        VerificationList: {
            items: components["schemas"]["Verification"][];
            nextCursor: string | null;
        };
        OrderVerification: {
            /** Format: uuid */
            taskId: string;
            /** Format: uuid */
            unitId: string;
            reason: string;
        };
        OrderedVerification: {
            /** Format: uuid */
            verificationId: string;
        };
        RecordFinding: {
            /** @enum {string} */
            finding: "true" | "partlyTrue" | "untrue";
            /** @default null */
            found?: number | null;
            words: string;
            /** @default [] */
            evidence?: {
                label: string;
                ref: string;
            }[];
        };
        RecordedFinding: {
            /** Format: uuid */
            verificationId: string;
            /** Format: date-time */
            foundAt: string;
        };
        WebhookWanted: {
            name: string;
            /** Format: uri */
            url: string;
            eventTypes: string[];
        };
        NewWebhook: {
            name: string;
            /** Format: uri */
            url: string;
            eventTypes: string[];
            unitId: string | null;
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            name: string;
            url: string;
            eventTypes: string[];
            unit: components["schemas"]["UnitRef"] | null;
            /** @enum {string} */
            state: "on" | "paused";
            pausedReason: string | null;
            pausedAt: string | null;
            cursor: string | null;
            waiting: number;
            failing: number;
            dead: number;
            lastDeliveredAt: string | null;
            failingSince: string | null;
            formerUntil: string | null;
            /** Format: date-time */
            createdAt: string;
            mayManage: boolean;
            etag: string;
        };
        WebhookList: {
            items: components["schemas"]["Webhook"][];
            mayAdd: {
                jurisdiction: boolean;
                units: components["schemas"]["UnitRef"][];
            };
            lastCursor: string | null;
        };
        WebhookSecrets: {
            /** Format: uuid */
            id: string;
            secret: string;
            key: string;
            formerUntil: string | null;
        };
        WebhookDelivery: {
            /** Format: uuid */
            id: string;
            eventId: string;
            cursor: string | null;
            type: string;
            typeLabel: string;
            /** @enum {string} */
            state: "pending" | "sending" | "delivered" | "failedForNow" | "dead" | "leftOut";
            attempts: number;
            status: number | null;
            failure: string | null;
            again: boolean;
            nextAttemptAt: string | null;
            occurredAt: string | null;
            /** Format: date-time */
            createdAt: string;
            lastAttemptAt: string | null;
            deliveredAt: string | null;
        };
        WebhookDeliveryList: {
            items: components["schemas"]["WebhookDelivery"][];
            nextCursor: string | null;
        };
        PauseWebhook: {
            reason: string;
        };
        ResumeWebhook: {
            /**
             * @default sendAgain
             * @enum {string}
             */
            givenUp?: "sendAgain" | "leaveOut";
        };
        RenewWebhook: {
            /** @default false */
            atOnce?: boolean;
        };
        ReplayWebhook: {
            after?: number;
            /** Format: date-time */
            since?: string;
        };
        ReplayedWebhook: {
            /** Format: uuid */
            id: string;
            after: string;
        };
        WebhookDone: {
            /** Format: uuid */
            id: string;
        };
        OutgoingEvent: {
            id: string;
            type: string;
            /** @constant */
            version: 1;
            /** Format: date-time */
            timestamp: string;
            jurisdiction: string;
            subject: {
                /** @enum {string} */
                kind: "task" | "obligation" | "notice";
                /** Format: uuid */
                id: string;
                seq: number;
            } | null;
            cursor: string | null;
            data: {
                [key: string]: unknown;
            };
            link: string | null;
        };
        OutgoingEvents: {
            events: components["schemas"]["OutgoingEvent"][];
            next: string;
            more: boolean;
        };
        FieldError: {
            path: string;
            message: string;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            detailZh?: string;
            code: string;
            instance: string;
            errors?: components["schemas"]["FieldError"][];
            permitted?: string[];
            current?: {
                [key: string]: unknown;
            };
        };
    };
    responses: {
        /** @description 出错说明 */
        ProblemDefault: {
            headers: {
                /** @description 答复的语言 */
                "Content-Language"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description 修改时以 If-Match 带回 */
        ETag: string;
        /** @description 本人或本令牌余下的次数（r）和恢复所需秒数（t） */
        RateLimit: string;
        /** @description 每个时段（w 秒）允许的次数（q） */
        "RateLimit-Policy": string;
        /** @description 答复的语言 */
        "Content-Language": string;
        /** @description true：这是先前答复的重复 */
        "Idempotency-Replayed": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    session: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：person, unit, jurisdiction, roles, areas, levels, csrfToken, mustChangePassword, secondFactor, mustSetUpSecondFactor, expiresAt, now, rehearsal */
                fields?: ("person" | "unit" | "jurisdiction" | "roles" | "areas" | "levels" | "csrfToken" | "mustChangePassword" | "secondFactor" | "mustSetUpSecondFactor" | "expiresAt" | "now" | "rehearsal")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    signInWays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInWays"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    signOutElsewhere: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：url */
                fields?: "url"[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignOutElsewhere"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    shell: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：session, plans, unread, sittingsDue */
                fields?: ("session" | "plans" | "unread" | "sittingsDue")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shell"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    desk: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：at, cards */
                fields?: ("at" | "cards")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Desk"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    sittings: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 排序；前加 - 为倒序 */
                sort?: "dueAt" | "-dueAt";
                /** @description 方案 */
                plan?: string;
                /** @description 单位 */
                unit?: string;
                /** @description 填报情况 */
                status?: "upcoming" | "open" | "overdue" | "filed" | "missed" | "excused";
                /** @description 期限（不早于） */
                dueFrom?: string;
                /** @description 期限（早于） */
                dueBefore?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, plan, unit, period, periodLabel, periodStart, periodEnd, opensAt, dueAt, filedAt, filedBy, late, status, statusLabel, itemCount, returnedCount, atSignOffCount, signOffReturnedCount, toFileCount */
                fields?: ("id" | "plan" | "unit" | "period" | "periodLabel" | "periodStart" | "periodEnd" | "opensAt" | "dueAt" | "filedAt" | "filedBy" | "late" | "status" | "statusLabel" | "itemCount" | "returnedCount" | "atSignOffCount" | "signOffReturnedCount" | "toFileCount")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SittingList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    secondFactor: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：on, required, recoveryCodesLeft */
                fields?: ("on" | "required" | "recoveryCodesLeft")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginSecondFactor"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunSecondFactor"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmSecondFactor"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewRecoveryCodes"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    endSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndSecondFactor"];
            };
        };
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    sessions: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, createdAt, lastSeenAt, expiresAt, address, agent, current */
                fields?: ("id" | "createdAt" | "lastSeenAt" | "expiresAt" | "address" | "agent" | "current")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSessionList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    apiTokens: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, name, scopes, createdAt, expiresAt, lastUsedAt, lastUsedFrom */
                fields?: ("id" | "name" | "scopes" | "createdAt" | "expiresAt" | "lastUsedAt" | "lastUsedFrom")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiTokenList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    makeApiToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeApiToken"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeApiToken"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    endApiToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    delegations: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, delegator, delegate, unitName, roles, from, to, reason, grantedAt, state, stateLabel, endedAt, endedByName, mayEnd */
                fields?: ("id" | "delegator" | "delegate" | "unitName" | "roles" | "from" | "to" | "reason" | "grantedAt" | "state" | "stateLabel" | "endedAt" | "endedByName" | "mayEnd")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    grantDelegation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDelegation"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    endDelegation: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndDelegation"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    accounts: {
        parameters: {
            query?: {
                /** @description 名称等处的文字 */
                q?: string;
                /** @description 单位 */
                unitId?: string;
                /** @description 角色 */
                role?: "commander" | "deputyCommander" | "headquartersOffice" | "taskForceConvener" | "taskForceOffice" | "leadUnitHead" | "liaison" | "supportUnitLiaison" | "supervisor" | "assessor" | "auditor" | "administrator" | "securityAdministrator" | "auditAdministrator";
                /** @description 状态 */
                state?: "active" | "locked" | "barred" | "left";
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, username, name, unit, state, stateLabel, lockedUntil, barredAt, roles, password, mustChange, secondFactor, linked, accessRequest, sessions, tokens, lastSeenAt, version, allowedActs */
                fields?: ("id" | "username" | "name" | "unit" | "state" | "stateLabel" | "lockedUntil" | "barredAt" | "roles" | "password" | "mustChange" | "secondFactor" | "linked" | "accessRequest" | "sessions" | "tokens" | "lastSeenAt" | "version" | "allowedActs")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    createAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstPassword"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    account: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, username, name, unit, state, stateLabel, lockedUntil, barredAt, roles, password, mustChange, secondFactor, linked, accessRequest, sessions, tokens, lastSeenAt, version, allowedActs */
                fields?: ("id" | "username" | "name" | "unit" | "state" | "stateLabel" | "lockedUntil" | "barredAt" | "roles" | "password" | "mustChange" | "secondFactor" | "linked" | "accessRequest" | "sessions" | "tokens" | "lastSeenAt" | "version" | "allowedActs")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description 没有变化 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    barAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountReason"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    unbarAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountReason"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    resetAccountPassword: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountReason"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    endAccountSecondFactor: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountReason"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    confirmAccountAccess: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountReason"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmedAccess"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    refuseAccountAccess: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountReason"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    revokeAccountAccess: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountReason"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    grantRole: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleGrant"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    withdrawRole: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 任职的编号 */
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountReason"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    leaveOffice: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Departure"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    importAccounts: {
        parameters: {
            query: {
                /** @description 只计算，不办理 */
                dryRun: "true" | "false";
                /** @description 理由 */
                reason?: string;
            };
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountImport"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    trail: {
        parameters: {
            query?: {
                /** @description 操作人、被代办人或信息所涉的人 */
                person?: string;
                /** @description 单位 */
                unit?: string;
                /** @description 任务、应报事项、报送线或操作对象 */
                subject?: string;
                /** @description 种类 */
                kind?: "task" | "obligation" | "reportingLine" | "account" | "configuration" | "export" | "read" | "retention" | "evidence" | "cascade" | "product" | "filing";
                /** @description 起始（含） */
                from?: string;
                /** @description 截止（不含） */
                until?: string;
                /** @description 网络地址；以 * 结尾时按开头匹配 */
                address?: string;
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：chain, seq, at, kind, kindLabel, action, actionLabel, actor, onBehalfOf, unit, subject, persons, personCount, viaLabel, sessionId, tokenId, address, agent, before, after, details, erased, hash, seal */
                fields?: ("chain" | "seq" | "at" | "kind" | "kindLabel" | "action" | "actionLabel" | "actor" | "onBehalfOf" | "unit" | "subject" | "persons" | "personCount" | "viaLabel" | "sessionId" | "tokenId" | "address" | "agent" | "before" | "after" | "details" | "erased" | "hash" | "seal")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrailPage"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    trailChain: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：chain, title, length, holds, fault, sealedUpTo, seals */
                fields?: ("chain" | "title" | "length" | "holds" | "fault" | "sealedUpTo" | "seals")[];
            };
            header?: never;
            path: {
                /** @description 种类 */
                kind: "task" | "obligation" | "reportingLine" | "actor";
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainState"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    trailProof: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：format */
                fields?: "format"[];
            };
            header?: never;
            path: {
                /** @description 种类 */
                kind: "task" | "obligation" | "reportingLine" | "actor";
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 在记录链上的序号，从 1 起 */
                seq: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventProof"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    publicSeals: {
        parameters: {
            query?: {
                /** @description 游标：从它之后的事件起，首次为 0 */
                after?: number;
                /** @description 每页最多多少项 */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SealList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    sealConsistency: {
        parameters: {
            query: {
                /** @description 起始（含） */
                from: number;
                /** @description 截止（含） */
                to: number;
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SealConsistency"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    taskWhole: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：task, timeline, evidence, asks, cascade */
                fields?: ("task" | "timeline" | "evidence" | "asks" | "cascade")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskWhole"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    search: {
        parameters: {
            query: {
                /** @description 要找的文字；多个词以空格分开，须都有 */
                q: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：kind, id, title, note */
                fields?: ("kind" | "id" | "title" | "note")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    wall: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：plan, at, position, figures, levels, keys, actions, units, changes */
                fields?: ("plan" | "at" | "position" | "figures" | "levels" | "keys" | "actions" | "units" | "changes")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Wall"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    plans: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 排序；前加 - 为倒序 */
                sort?: "year" | "-year";
                /** @description 年度 */
                year?: number;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, code, title, documentNumber, issuedBy, issuedOn, year, taskCount, sourceAttached */
                fields?: ("id" | "code" | "title" | "documentNumber" | "issuedBy" | "issuedOn" | "year" | "taskCount" | "sourceAttached")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    plan: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, code, title, documentNumber, issuedBy, issuedOn, year, taskCount, sourceAttached, cadences, figures, actions, ledgers */
                fields?: ("id" | "code" | "title" | "documentNumber" | "issuedBy" | "issuedOn" | "year" | "taskCount" | "sourceAttached" | "cadences" | "figures" | "actions" | "ledgers")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    planSource: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：planId, title, documentNumber, text, mayAttach */
                fields?: ("planId" | "title" | "documentNumber" | "text" | "mayAttach")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanSource"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    attachPlanSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachedSource"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    ledger: {
        parameters: {
            query?: {
                /** @description 行动 */
                action?: string;
                /** @description 单位 */
                unit?: string;
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 报告期，如 2024-04 中旬 */
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    units: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 排序；前加 - 为倒序 */
                sort?: "kind" | "-kind" | "name" | "-name";
                /** @description 类别 */
                kind?: string;
                /** @description 名称中的文字 */
                q?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, name, code, kind, isGroup */
                fields?: ("id" | "name" | "code" | "kind" | "isGroup")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    unitRecords: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 排序；前加 - 为倒序 */
                sort?: "kind" | "-kind" | "name" | "-name";
                /** @description 名称、别名或编号中的文字 */
                q?: string;
                /** @description 类别 */
                kind?: string;
                /** @description 单位组（统称） */
                group?: string;
                /** @description 没有在职人员的单位（单位组除外） */
                withoutPeople?: string;
                /** @description 任务所需岗位无人任职 */
                vacant?: string;
                /** @description 已由其他单位承接 */
                succeeded?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, name, code, kind, kindLabel, isGroup, aliases, members, succeeded, predecessors, people, vacant, tasksLed */
                fields?: ("id" | "name" | "code" | "kind" | "kindLabel" | "isGroup" | "aliases" | "members" | "succeeded" | "predecessors" | "people" | "vacant" | "tasksLed")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitRecordPage"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    registerUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUnit"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitFile"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    unitRecord: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, name, code, kind, kindLabel, isGroup, succeeded, vacant, tasksLed, aliases, desks, members, groups, predecessors, successors, posts, people, tasksSupported, changes, toHandOver, allowedActs, etag */
                fields?: ("id" | "name" | "code" | "kind" | "kindLabel" | "isGroup" | "succeeded" | "vacant" | "tasksLed" | "aliases" | "desks" | "members" | "groups" | "predecessors" | "successors" | "posts" | "people" | "tasksSupported" | "changes" | "toHandOver" | "allowedActs" | "etag")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitFile"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    learnUnitAlias: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUnitAlias"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitFile"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    takeBackUnitAlias: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitAliasWithdrawal"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitFile"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    succeedUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUnitSuccession"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitSuccessionDone"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    takeBackUnitSuccession: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitReason"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitFile"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    setGroupMembers: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupMembers"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitFile"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    taskEvidence: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, taskId, obligationId, period, unit, name, mediaType, kindLabel, size, sha256, scanned, note, addedAt, addedBy, withdrawn, mayWithdraw */
                fields?: ("id" | "taskId" | "obligationId" | "period" | "unit" | "name" | "mediaType" | "kindLabel" | "size" | "sha256" | "scanned" | "note" | "addedAt" | "addedBy" | "withdrawn" | "mayWithdraw")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceFileList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    addEvidence: {
        parameters: {
            query: {
                /** @description 文件名 */
                name: string;
                /** @description 所属的应报事项 */
                obligation?: string;
                /** @description 说明 */
                note?: string;
            };
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceFile"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    evidenceContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    withdrawEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawEvidence"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceFile"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    checkLedger: {
        parameters: {
            query?: {
                /** @description 填报批次 */
                sitting?: string;
            };
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerUpload"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    fileLedger: {
        parameters: {
            query?: {
                /** @description 填报批次 */
                sitting?: string;
            };
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerUpload"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    products: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 排序；前加 - 为倒序 */
                sort?: "producedAt" | "-producedAt" | "dueAt" | "-dueAt";
                /** @description 状态，可填多个 */
                state?: string;
                /** @description 种类，可填多个 */
                kind?: string;
                /** @description 方案 */
                plan?: string;
                /** @description 期次，如 2024-05 */
                period?: string;
                /** @description 拟制时间（不早于） */
                producedFrom?: string;
                /** @description 拟制时间（早于） */
                producedBefore?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, kind, kindLabel, plan, scopeKind, scopeId, scopeName, period, edition, state, stateLabel, title, number, dueAt, producedAt, issuedAt, withdrawnAt, delivered, acknowledged, acts, version */
                fields?: ("id" | "kind" | "kindLabel" | "plan" | "scopeKind" | "scopeId" | "scopeName" | "period" | "edition" | "state" | "stateLabel" | "title" | "number" | "dueAt" | "producedAt" | "issuedAt" | "withdrawnAt" | "delivered" | "acknowledged" | "acts" | "version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    produceProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProduceProduct"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    product: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, kind, kindLabel, plan, scopeKind, scopeId, scopeName, period, edition, state, stateLabel, title, number, dueAt, producedAt, issuedAt, withdrawnAt, delivered, acknowledged, acts, version, addressees, blocks, annexes, issuers, maker, copiesTo, figuresAt, reviewedAt, reviewedBy, issuedBy, withdrawn, files, versions, deliveries, paper, checks, allowedActions */
                fields?: ("id" | "kind" | "kindLabel" | "plan" | "scopeKind" | "scopeId" | "scopeName" | "period" | "edition" | "state" | "stateLabel" | "title" | "number" | "dueAt" | "producedAt" | "issuedAt" | "withdrawnAt" | "delivered" | "acknowledged" | "acts" | "version" | "addressees" | "blocks" | "annexes" | "issuers" | "maker" | "copiesTo" | "figuresAt" | "reviewedAt" | "reviewedBy" | "issuedBy" | "withdrawn" | "files" | "versions" | "deliveries" | "paper" | "checks" | "allowedActions")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    editProduct: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditProduct"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    actOnProduct: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 办理动作，来自 allowedActions */
                action: "refresh" | "review" | "return" | "issue" | "withdraw" | "correct" | "abandon" | "acknowledge";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductActionInput"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    productFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 文件格式 */
                format: "docx" | "pdf" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    noticeFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 文件格式 */
                format: "docx" | "pdf";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    productFigures: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：name, value, printed, of */
                fields?: ("name" | "value" | "printed" | "of")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductFigures"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    productFigure: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：kind, id, title, detail, taskId */
                fields?: ("kind" | "id" | "title" | "detail" | "taskId")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 数字的名称，如 tasks.late */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductFigure"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    productVersion: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：version, act, at, by, title, blocks */
                fields?: ("version" | "act" | "at" | "by" | "title" | "blocks")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 第几版 */
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductVersion"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    issuePreview: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：kind, number, people, units, roles, deliverAt, fulfilsDuty */
                fields?: ("kind" | "number" | "people" | "units" | "roles" | "deliverAt" | "fulfilsDuty")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductIssuePreview"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    productPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    productWallCharts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    productChanges: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：name, before, now */
                fields?: ("name" | "before" | "now")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductChanges"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    productRelease: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：enabled, state, releasedAt, withdrawn, path, tasks, shows, faults, mentions, noLongerTrue */
                fields?: ("enabled" | "state" | "releasedAt" | "withdrawn" | "path" | "tasks" | "shows" | "faults" | "mentions" | "noLongerTrue")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductRelease"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    productReleasePage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    calendarFeed: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：madeAt, readAt */
                fields?: ("madeAt" | "readAt")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeed"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    renewCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenewedCalendarFeed"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    endCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    webhooks: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, name, url, eventTypes, unit, state, pausedReason, pausedAt, cursor, waiting, failing, dead, lastDeliveredAt, failingSince, formerUntil, createdAt, mayManage, etag */
                fields?: ("id" | "name" | "url" | "eventTypes" | "unit" | "state" | "pausedReason" | "pausedAt" | "cursor" | "waiting" | "failing" | "dead" | "lastDeliveredAt" | "failingSince" | "formerUntil" | "createdAt" | "mayManage" | "etag")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecrets"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookWanted"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDone"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            204: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    renewWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewWebhook"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecrets"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    pauseWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseWebhook"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDone"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    resumeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeWebhook"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDone"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    pingWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDone"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayWebhook"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedWebhook"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    webhookDeliveries: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 状态 */
                state?: "pending" | "sending" | "delivered" | "failedForNow" | "dead" | "leftOut";
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, eventId, cursor, type, typeLabel, state, attempts, status, failure, again, nextAttemptAt, occurredAt, createdAt, lastAttemptAt, deliveredAt */
                fields?: ("id" | "eventId" | "cursor" | "type" | "typeLabel" | "state" | "attempts" | "status" | "failure" | "again" | "nextAttemptAt" | "occurredAt" | "createdAt" | "lastAttemptAt" | "deliveredAt")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    sendDeliveryAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 推送的编号 */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDone"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    events: {
        parameters: {
            query?: {
                /** @description 游标：从它之后的事件起，首次为 0 */
                after?: number;
                /** @description 每页最多多少项 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutgoingEvents"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    jurisdiction: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, name, level, levelLabel, ancestors, children */
                fields?: ("id" | "name" | "level" | "levelLabel" | "ancestors" | "children")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Jurisdiction"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    taskCascade: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, title, requirement, deadlineOn, indicators, state, stateLabel, offeredAt, question, answer, reason, version, lower, deliveredAt, adopted, progress, mayAnswer, mayRecall */
                fields?: ("id" | "title" | "requirement" | "deadlineOn" | "indicators" | "state" | "stateLabel" | "offeredAt" | "question" | "answer" | "reason" | "version" | "lower" | "deliveredAt" | "adopted" | "progress" | "mayAnswer" | "mayRecall")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskCascade"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    handDown: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandDownInput"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskCascade"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    lowerProgress: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：handDownId, otherName, direction, seq, kind, kindLabel, summary, at, state */
                fields?: ("handDownId" | "otherName" | "direction" | "seq" | "kind" | "kindLabel" | "summary" | "at" | "state")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CascadeMessageList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    handDownItem: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, title, requirement, deadlineOn, indicators, state, stateLabel, offeredAt, question, answer, reason, version, lower, deliveredAt, adopted, progress, mayAnswer, mayRecall */
                fields?: ("id" | "title" | "requirement" | "deadlineOn" | "indicators" | "state" | "stateLabel" | "offeredAt" | "question" | "answer" | "reason" | "version" | "lower" | "deliveredAt" | "adopted" | "progress" | "mayAnswer" | "mayRecall")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandDown"];
                };
            };
            /** @description 没有变化 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    answerHandDown: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandDownAnswer"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandDown"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    recallHandDown: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandDownReason"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandDown"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    handedDownTasks: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, title, requirement, deadlineOn, indicators, state, stateLabel, offeredAt, question, answer, reason, version, upper, upperTaskCode, upperPlanTitle, offeredBy, receivedAt, task, mayDecide */
                fields?: ("id" | "title" | "requirement" | "deadlineOn" | "indicators" | "state" | "stateLabel" | "offeredAt" | "question" | "answer" | "reason" | "version" | "upper" | "upperTaskCode" | "upperPlanTitle" | "offeredBy" | "receivedAt" | "task" | "mayDecide")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedDownTaskList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    handedDownTask: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, title, requirement, deadlineOn, indicators, state, stateLabel, offeredAt, question, answer, reason, version, upper, upperTaskCode, upperPlanTitle, offeredBy, receivedAt, task, mayDecide */
                fields?: ("id" | "title" | "requirement" | "deadlineOn" | "indicators" | "state" | "stateLabel" | "offeredAt" | "question" | "answer" | "reason" | "version" | "upper" | "upperTaskCode" | "upperPlanTitle" | "offeredBy" | "receivedAt" | "task" | "mayDecide")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedDownTask"];
                };
            };
            /** @description 没有变化 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    adoptHandedDown: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdoptHandedDown"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedDownTask"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    declineHandedDown: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandDownReason"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedDownTask"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    askAboutHandedDown: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandedDownQuestion"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedDownTask"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    batch: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 批量办理的动作 */
                act: "acceptReports" | "returnReports" | "confirmTasks" | "dispatchTasks" | "signTasks" | "passGates" | "agreeToNotices" | "issueNotices" | "acknowledgeNotices" | "recordFindings" | "reviewProducts" | "issueProducts" | "acknowledgeProducts";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Batch"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    eventStream: {
        parameters: {
            query?: {
                /** @description 从这个游标之后开始；0 为从头；不填则从现在开始 */
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    myMessages: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：contacts, channels, classes, inOrder, hours, policyHours, ownHoursAtLeast, nextChannelAfterHours, throttle, etag */
                fields?: ("contacts" | "channels" | "classes" | "inOrder" | "hours" | "policyHours" | "ownHoursAtLeast" | "nextChannelAfterHours" | "throttle" | "etag")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyMessages"];
                };
            };
            /** @description 没有变化 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    chooseMessages: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseMessages"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyMessages"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    offerContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferContact"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyMessages"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    sendCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyMessages"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    proveContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProveContact"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyMessages"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    chooseForContact: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseForContact"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyMessages"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    giveUpContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyMessages"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    messageDelivery: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：ways */
                fields?: "ways"[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDelivery"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    toCall: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：person, numbers, openedAt, callsInVain, raisedAt, messages, calls */
                fields?: ("person" | "numbers" | "openedAt" | "callsInVain" | "raisedAt" | "messages" | "calls")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToCallList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    recordCall: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordCall"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedCall"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    channels: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, name, kind, kindLabel, paused, pausedReason, pausedAt, pausedBy, settings, limits, isGroup, receipts, lastSentAt, lastFailedAt, lastFailure, addresses, groups, counts */
                fields?: ("id" | "name" | "kind" | "kindLabel" | "paused" | "pausedReason" | "pausedAt" | "pausedBy" | "settings" | "limits" | "isGroup" | "receipts" | "lastSentAt" | "lastFailedAt" | "lastFailure" | "addresses" | "groups" | "counts")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    pauseChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseChannel"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelPaused"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    resumeChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelPaused"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    tryChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialLetter"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialSent"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    renewReceipts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptAddress"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    requeueChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Requeued"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    letters: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 排序；前加 - 为倒序 */
                sort?: "createdAt" | "-createdAt";
                /** @description 送达情况；held 为渠道暂停而暂存 */
                state?: "pending" | "held" | "sending" | "sent" | "delivered" | "read" | "failedForNow" | "failedForGood";
                /** @description 渠道 */
                channel?: string;
                /** @description 发出时间（不早于） */
                createdFrom?: string;
                /** @description 发出时间（早于） */
                createdBefore?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, purpose, purposeLabel, channel, owner, title, delivery, createdAt, nextAt, mayRequeue */
                fields?: ("id" | "purpose" | "purposeLabel" | "channel" | "owner" | "title" | "delivery" | "createdAt" | "nextAt" | "mayRequeue")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterPage"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    letter: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, purpose, purposeLabel, channel, owner, title, delivery, createdAt, nextAt, mayRequeue, attempts */
                fields?: ("id" | "purpose" | "purposeLabel" | "channel" | "owner" | "title" | "delivery" | "createdAt" | "nextAt" | "mayRequeue" | "attempts")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterDetail"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    requeueLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Requeued"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    peopleContacts: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 排序；前加 - 为倒序 */
                sort?: "unit" | "-unit" | "username" | "-username";
                /** @description 姓名、登录名或单位中的文字 */
                search?: string;
                /** @description 没有可用的接收地址 */
                without?: string;
                /** @description 单位 */
                unit?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, name, username, unit, contacts */
                fields?: ("id" | "name" | "username" | "unit" | "contacts")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleContacts"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    recordContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferContact"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleContacts"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    takeBackContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 接收地址的编号 */
                contact: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleContacts"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    planReviews: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 排序；前加 - 为倒序 */
                sort?: "uploadedAt" | "-uploadedAt";
                /** @description 状态 */
                state?: "open" | "dispatched" | "abandoned";
                /** @description 上传时间（不早于） */
                uploadedFrom?: string;
                /** @description 上传时间（早于） */
                uploadedBefore?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, version, state, stateLabel, title, fileName, documentKind, amends, uploadedBy, uploadedAt, counts, planId, dispatching */
                fields?: ("id" | "version" | "state" | "stateLabel" | "title" | "fileName" | "documentKind" | "amends" | "uploadedBy" | "uploadedAt" | "counts" | "planId" | "dispatching")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanReviewList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    uploadPlan: {
        parameters: {
            query: {
                /** @description 文件名 */
                fileName: string;
                /** @description 修订的是哪个方案 */
                amends?: string;
            };
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanReview"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    planReview: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, version, state, stateLabel, title, fileName, documentKind, amends, uploadedBy, uploadedAt, counts, planId, dispatching, facts, actions, planCadences, headlineTargets, tasks, findings, unmatched, mayChange, mayDispatch, notice */
                fields?: ("id" | "version" | "state" | "stateLabel" | "title" | "fileName" | "documentKind" | "amends" | "uploadedBy" | "uploadedAt" | "counts" | "planId" | "dispatching" | "facts" | "actions" | "planCadences" | "headlineTargets" | "tasks" | "findings" | "unmatched" | "mayChange" | "mayDispatch" | "notice")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanReview"];
                };
            };
            /** @description 没有变化 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    reviewDocument: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：kind, fileName, bytes, sha256, text, tables */
                fields?: ("kind" | "fileName" | "bytes" | "sha256" | "text" | "tables")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewDocument"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    reviewOriginal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    reviewGold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    reviewSteps: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：seq, at, by, type, label, draftTaskIds, words */
                fields?: ("seq" | "at" | "by" | "type" | "label" | "draftTaskIds" | "words")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewStepList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    correctPlanFacts: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectPlanFacts"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanReview"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    actOnPlanReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanReviewAct"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanReview"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    addDraftTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddDraftTask"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftTask"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    correctDraftTask: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 校核中的任务 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectDraftTask"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftTask"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    actOnDraftTask: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 校核中的任务 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftTaskAct"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftTaskList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    amendment: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：key, content, kind, kindLabel, task, draftTaskId, title, similarity, matchedBy, changes, effect, hint, decision, reason */
                fields?: ("key" | "content" | "kind" | "kindLabel" | "task" | "draftTaskId" | "title" | "similarity" | "matchedBy" | "changes" | "effect" | "hint" | "decision" | "reason")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Amendment"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    decideAmendment: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideAmendment"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Amendment"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    dispatchPlan: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchPlan"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchSummary"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    tasks: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 排序；前加 - 为倒序 */
                sort?: "plan" | "-plan" | "deadline" | "-deadline";
                /** @description 方案 */
                plan?: string;
                /** @description 行动 */
                action?: string;
                /** @description 牵头或配合单位 */
                unit?: string;
                /** @description 牵头单位 */
                lead?: string;
                /** @description 状态，可填多个 */
                state?: string;
                /** @description 进度情况（按今日应达） */
                schedule?: "onTrack" | "behind" | "seriouslyBehind";
                /** @description 督办层级（不低于） */
                rung?: number;
                /** @description 待指定牵头单位 */
                needsAssignment?: string;
                /** @description 办结期限（不早于） */
                deadlineFrom?: string;
                /** @description 办结期限（早于） */
                deadlineBefore?: string;
                /** @description 名称、编号、章节或牵头单位中的文字；多个词以空格分开，须都有 */
                q?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, code, title, titleIsLabel, action, section, number, state, stateLabel, needsAssignment, ongoing, leads, supportCount, deadline, progress, expected, lag, schedule, scheduleLabel, lastReport, recorded, nextDue, standing, version */
                fields?: ("id" | "code" | "title" | "titleIsLabel" | "action" | "section" | "number" | "state" | "stateLabel" | "needsAssignment" | "ongoing" | "leads" | "supportCount" | "deadline" | "progress" | "expected" | "lag" | "schedule" | "scheduleLabel" | "lastReport" | "recorded" | "nextDue" | "standing" | "version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTask"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedTask"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    mergeTasks: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeTasks"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Superseded"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    taskSources: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：actionCode, actionName, source, sourceLabel, deadlineOn, mayDispatch */
                fields?: ("actionCode" | "actionName" | "source" | "sourceLabel" | "deadlineOn" | "mayDispatch")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskSourceList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    task: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, code, title, titleIsLabel, action, section, number, state, stateLabel, needsAssignment, ongoing, leads, supportCount, deadline, progress, expected, lag, schedule, scheduleLabel, lastReport, recorded, nextDue, standing, version, plan, place, text, startOn, responsibilities, indicators, cadences, armedDeadlines, reports, notices, matters, mayBeSplit, allowedActions */
                fields?: ("id" | "code" | "title" | "titleIsLabel" | "action" | "section" | "number" | "state" | "stateLabel" | "needsAssignment" | "ongoing" | "leads" | "supportCount" | "deadline" | "progress" | "expected" | "lag" | "schedule" | "scheduleLabel" | "lastReport" | "recorded" | "nextDue" | "standing" | "version" | "plan" | "place" | "text" | "startOn" | "responsibilities" | "indicators" | "cadences" | "armedDeadlines" | "reports" | "notices" | "matters" | "mayBeSplit" | "allowedActions")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description 没有变化 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    timeline: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：subjectKind, subjectId, seq, type, label, summary, period, at, actor, unit, payload, prevHash, hash */
                fields?: ("subjectKind" | "subjectId" | "seq" | "type" | "label" | "summary" | "period" | "at" | "actor" | "unit" | "payload" | "prevHash" | "hash")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    why: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：sentences, rules, clocks, events */
                fields?: ("sentences" | "rules" | "clocks" | "events")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    actOnTask: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 办理动作，来自 allowedActions */
                action: "confirm" | "assignLead" | "dispatch" | "sign" | "dispute" | "resolveDispute" | "requestClosure" | "passGate" | "returnClosure" | "suspend" | "resume" | "withdraw" | "extend" | "extendBeyond" | "reopen" | "changeLead" | "handOver" | "takeOver" | "decreeHandover" | "block" | "acceptBlockage" | "contestBlockage" | "rejectBlockage" | "unblock" | "changeCadences" | "carryOver" | "closeWithYear" | "hold" | "lift" | "skip" | "correctFigure" | "answerCard" | "appeal" | "upholdAppeal" | "rejectAppeal";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskActionInput"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    splitTask: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitTask"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Superseded"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    succeedInTasks: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskSuccession"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskSuccessionDone"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    duties: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 排序；前加 - 为倒序 */
                sort?: "dueAt" | "-dueAt";
                /** @description 方案 */
                plan?: string;
                /** @description 任务 */
                task?: string;
                /** @description 承办或要材料的单位 */
                unit?: string;
                /** @description 类别，可填多个 */
                kind?: string;
                /** @description 状态，可填多个 */
                state?: string;
                /** @description open 待办，done 已了结 */
                status?: "open" | "done";
                /** @description 期限（不早于） */
                dueFrom?: string;
                /** @description 期限（早于） */
                dueBefore?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, kind, label, plan, action, task, unit, askedBy, period, periodLabel, opensAt, dueAt, overdue, state, stateLabel, words, returnReason, silentAt, record, indicators, allowedActions, version */
                fields?: ("id" | "kind" | "label" | "plan" | "action" | "task" | "unit" | "askedBy" | "period" | "periodLabel" | "opensAt" | "dueAt" | "overdue" | "state" | "stateLabel" | "words" | "returnReason" | "silentAt" | "record" | "indicators" | "allowedActions" | "version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    duty: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, kind, label, plan, action, task, unit, askedBy, period, periodLabel, opensAt, dueAt, overdue, state, stateLabel, words, returnReason, silentAt, record, indicators, allowedActions, version */
                fields?: ("id" | "kind" | "label" | "plan" | "action" | "task" | "unit" | "askedBy" | "period" | "periodLabel" | "opensAt" | "dueAt" | "overdue" | "state" | "stateLabel" | "words" | "returnReason" | "silentAt" | "record" | "indicators" | "allowedActions" | "version")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duty"];
                };
            };
            /** @description 没有变化 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    fulfilDuty: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FulfilDuty"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FulfilledDuty"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    taskOfDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskOfDecision"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedTask"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    taskAsks: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：parts, duties, partOf, reportOf, noticeHours, approvers */
                fields?: ("parts" | "duties" | "partOf" | "reportOf" | "noticeHours" | "approvers")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskAsks"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    askForPart: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskForPart"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedPart"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    withdrawPart: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawPart"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawnPart"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    requestReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestReport"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedReport"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    burden: {
        parameters: {
            query?: {
                /** @description 起始（含） */
                from?: string;
                /** @description 截止（含） */
                to?: string;
                /** @description 单位 */
                unit?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：capMinutes, assumed, months */
                fields?: ("capMinutes" | "assumed" | "months")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Burden"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    scores: {
        parameters: {
            query?: {
                /** @description 起始（含） */
                from?: string;
                /** @description 截止（含） */
                to?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：scheme, from, to, asOf, groups */
                fields?: ("scheme" | "from" | "to" | "asOf" | "groups")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoreSheet"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    unitScore: {
        parameters: {
            query?: {
                /** @description 起始（含） */
                from?: string;
                /** @description 截止（含） */
                to?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：scheme, asOf, group, rankedUnits, score, sections, deductions, decisions */
                fields?: ("scheme" | "asOf" | "group" | "rankedUnits" | "score" | "sections" | "deductions" | "decisions")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 单位 */
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoreDetail"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    scoringScheme: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：scheme, since, reason, sections, deductions, bonus, weights, groups, ownUnit, kept */
                fields?: ("scheme" | "since" | "reason" | "sections" | "deductions" | "bonus" | "weights" | "groups" | "ownUnit" | "kept")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoringScheme"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    whatIf: {
        parameters: {
            query?: {
                /** @description 起始（含） */
                from?: string;
                /** @description 截止（含） */
                to?: string;
                /** @description 要试算的办法，如 default@2；不填则为现行办法 */
                scheme?: string;
                /** @description 改动的数字，如 yellow.each:2,reporting.marks:10,weight.A1-01:3 */
                set?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：from, to, asOf, before, after, moved, units */
                fields?: ("from" | "to" | "asOf" | "before" | "after" | "moved" | "units")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoreWhatIf"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    assessments: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, planId, period, periodLabel, edition, state, stateLabel, from, to, asOf, scheme, openedAt, objectionsUntil, objectionsOpen, finalisedAt, withdrawn */
                fields?: ("id" | "planId" | "period" | "periodLabel" | "edition" | "state" | "stateLabel" | "from" | "to" | "asOf" | "scheme" | "openedAt" | "objectionsUntil" | "objectionsOpen" | "finalisedAt" | "withdrawn")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    openAssessment: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenAssessment"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    assessment: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, planId, period, periodLabel, edition, state, stateLabel, from, to, asOf, scheme, openedAt, objectionsUntil, objectionsOpen, finalisedAt, withdrawn, openedBy, finalisedBy, previewHash, finalHash, groups, objections, allowedActions, files, version */
                fields?: ("id" | "planId" | "period" | "periodLabel" | "edition" | "state" | "stateLabel" | "from" | "to" | "asOf" | "scheme" | "openedAt" | "objectionsUntil" | "objectionsOpen" | "finalisedAt" | "withdrawn" | "openedBy" | "finalisedBy" | "previewHash" | "finalHash" | "groups" | "objections" | "allowedActions" | "files" | "version")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    assessmentUnit: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：assessment, score, groupLabel, lines, detail, objections, mayObject, version */
                fields?: ("assessment" | "score" | "groupLabel" | "lines" | "detail" | "objections" | "mayObject" | "version")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 单位 */
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentUnit"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    objectToAssessment: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectToAssessment"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    decideObjection: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 异议的编号 */
                objection: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideObjection"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    actOnAssessment: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 办理动作，来自 allowedActions */
                action: "finalise" | "withdraw";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentActionInput"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    assessmentFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 文件格式 */
                format: "xlsx" | "json";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    queueStatus: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：backend, paused, waiting, active, delayed, failed, nextSweepAt, failures */
                fields?: ("backend" | "paused" | "waiting" | "active" | "delayed" | "failed" | "nextSweepAt" | "failures")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueStatus"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    pauseQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePaused"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    resumeQueue: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePaused"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    requeueFailed: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRequeued"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    drawPreview: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：rules, places, entries, entryActions, allowedActions */
                fields?: ("rules" | "places" | "entries" | "entryActions" | "allowedActions")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawPreview"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    draws: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, planId, state, stateLabel, count, commitment, committedAt, frozenAt, populationHash, population, randomness, drawnAt, recordHash, abandonReason, drawn, allowedActions, version */
                fields?: ("id" | "planId" | "state" | "stateLabel" | "count" | "commitment" | "committedAt" | "frozenAt" | "populationHash" | "population" | "randomness" | "drawnAt" | "recordHash" | "abandonReason" | "drawn" | "allowedActions" | "version")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    commitDraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitDraw"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawStands"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    draw: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, planId, state, stateLabel, count, commitment, committedAt, frozenAt, populationHash, population, randomness, drawnAt, recordHash, abandonReason, drawn, allowedActions, version */
                fields?: ("id" | "planId" | "state" | "stateLabel" | "count" | "commitment" | "committedAt" | "frozenAt" | "populationHash" | "population" | "randomness" | "drawnAt" | "recordHash" | "abandonReason" | "drawn" | "allowedActions" | "version")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawSummary"];
                };
            };
            /** @description 没有变化 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    freezeDraw: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeDraw"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawStands"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    addRandomness: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddRandomness"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawStands"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    carryOutDraw: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CarryOutDraw"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawnVerifications"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    abandonDraw: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbandonDraw"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawStands"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    drawRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    verifications: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 排序；前加 - 为倒序 */
                sort?: "waiting" | "-waiting" | "orderedAt" | "-orderedAt";
                /** @description 方案 */
                plan?: string;
                /** @description 单位 */
                unit?: string;
                /** @description 任务 */
                task?: string;
                /** @description 状态 */
                state?: "open" | "found";
                /** @description 下达时间（不早于） */
                orderedFrom?: string;
                /** @description 下达时间（早于） */
                orderedBefore?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, planId, task, unit, drawId, reason, period, reported, words, orderedAt, dueAt, overdue, state, finding, corrected, allowedActions, version */
                fields?: ("id" | "planId" | "task" | "unit" | "drawId" | "reason" | "period" | "reported" | "words" | "orderedAt" | "dueAt" | "overdue" | "state" | "finding" | "corrected" | "allowedActions" | "version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    orderVerification: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderVerification"];
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderedVerification"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    verification: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, planId, task, unit, drawId, reason, period, reported, words, orderedAt, dueAt, overdue, state, finding, corrected, allowedActions, version */
                fields?: ("id" | "planId" | "task" | "unit" | "drawId" | "reason" | "period" | "reported" | "words" | "orderedAt" | "dueAt" | "overdue" | "state" | "finding" | "corrected" | "allowedActions" | "version")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description 没有变化 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    recordFinding: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordFinding"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedFinding"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    sendForSignOff: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Filing"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentForSignOff"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    takeBackFromSignOff: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SomeOfSitting"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedBack"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    signOff: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SomeOfSitting"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOff"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    returnFromSignOff: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnFromSignOff"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedBack"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    unitSignOff: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：unit, wanted, heads, changedAt, changedBy, waiting, mayTurn */
                fields?: ("unit" | "wanted" | "heads" | "changedAt" | "changedBy" | "waiting" | "mayTurn")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitSignOff"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    turnSignOff: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TurnSignOff"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitSignOff"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    sitting: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, plan, unit, period, periodLabel, periodStart, periodEnd, opensAt, dueAt, filedAt, filedBy, late, status, statusLabel, itemCount, returnedCount, atSignOffCount, signOffReturnedCount, toFileCount, items, allowedActions, afterFiling, signOff, version */
                fields?: ("id" | "plan" | "unit" | "period" | "periodLabel" | "periodStart" | "periodEnd" | "opensAt" | "dueAt" | "filedAt" | "filedBy" | "late" | "status" | "statusLabel" | "itemCount" | "returnedCount" | "atSignOffCount" | "signOffReturnedCount" | "toFileCount" | "items" | "allowedActions" | "afterFiling" | "signOff" | "version")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sitting"];
                };
            };
            /** @description 没有变化 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    fileSitting: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Filing"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Filed"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    reviews: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 排序；前加 - 为倒序 */
                sort?: "silentAt" | "-silentAt" | "dueAt" | "-dueAt";
                /** @description 方案 */
                plan?: string;
                /** @description 行动 */
                action?: string;
                /** @description 填报单位 */
                unit?: string;
                /** @description 期限（不早于） */
                dueFrom?: string;
                /** @description 期限（早于） */
                dueBefore?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：obligationId, task, report, previous, dueAt, late, silentAt, allowedActions, version */
                fields?: ("obligationId" | "task" | "report" | "previous" | "dueAt" | "late" | "silentAt" | "allowedActions" | "version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    acceptReport: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptReport"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    returnReport: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnReport"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changed"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    whyObligation: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：sentences, rules, clocks, events */
                fields?: ("sentences" | "rules" | "clocks" | "events")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    reportingLines: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 排序；前加 - 为倒序 */
                sort?: "rung" | "-rung";
                /** @description 方案 */
                plan?: string;
                /** @description 单位 */
                unit?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, plan, unit, cadence, cadenceLabel, latestSitting, missedSittings, standing, nextDeadline, taskCount */
                fields?: ("id" | "plan" | "unit" | "cadence" | "cadenceLabel" | "latestSitting" | "missedSittings" | "standing" | "nextDeadline" | "taskCount")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportingLineList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    alerts: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 排序；前加 - 为倒序 */
                sort?: "raisedAt" | "-raisedAt";
                /** @description 状态 */
                state?: "open" | "settled";
                /** @description 级别 */
                level?: string;
                /** @description 提示时间（不早于） */
                raisedFrom?: string;
                /** @description 提示时间（早于） */
                raisedBefore?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, kind, kindLabel, level, levelLabel, unit, planId, subjectKind, subjectId, noticeId, title, detail, state, raisedAt, clock, settledAt */
                fields?: ("id" | "kind" | "kindLabel" | "level" | "levelLabel" | "unit" | "planId" | "subjectKind" | "subjectId" | "noticeId" | "title" | "detail" | "state" | "raisedAt" | "clock" | "settledAt")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertPage"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    alertStream: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    notices: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 排序；前加 - 为倒序 */
                sort?: "draftedAt" | "-draftedAt";
                /** @description 状态，可填多个 */
                state?: string;
                /** @description 草稿在等什么：agreement 须先经指挥长同意，issue 可以签发 */
                awaits?: "agreement" | "issue";
                /** @description 文种，可填多个 */
                kind?: string;
                /** @description 单位 */
                unit?: string;
                /** @description 方案 */
                plan?: string;
                /** @description 拟稿时间（不早于） */
                draftedFrom?: string;
                /** @description 拟稿时间（早于） */
                draftedBefore?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, kind, kindLabel, state, stateLabel, number, title, unit, colour, draftedAt, issuedAt, acknowledgedAt, rescindedAt, version */
                fields?: ("id" | "kind" | "kindLabel" | "state" | "stateLabel" | "number" | "title" | "unit" | "colour" | "draftedAt" | "issuedAt" | "acknowledgedAt" | "rescindedAt" | "version")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    notice: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, kind, kindLabel, state, stateLabel, number, title, unit, colour, draftedAt, issuedAt, acknowledgedAt, rescindedAt, version, planId, subjectKind, subjectId, rung, body, facts, issuedBy, acknowledgedBy, appeal, allowedActions */
                fields?: ("id" | "kind" | "kindLabel" | "state" | "stateLabel" | "number" | "title" | "unit" | "colour" | "draftedAt" | "issuedAt" | "acknowledgedAt" | "rescindedAt" | "version" | "planId" | "subjectKind" | "subjectId" | "rung" | "body" | "facts" | "issuedBy" | "acknowledgedBy" | "appeal" | "allowedActions")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            /** @description 没有变化 */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    whyNotice: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：sentences, rules, clocks, events */
                fields?: ("sentences" | "rules" | "clocks" | "events")[];
            };
            header?: never;
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    agreeToNotice: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreeToNotice"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreedNotice"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    issueNotice: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueNotice"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedNotice"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    acknowledgeNotice: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeNotice"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcknowledgedNotice"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    actOnNotice: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path: {
                /** @description 编号（UUID），来自列表或链接 */
                id: string;
                /** @description 办理动作，来自 allowedActions */
                action: "answerCard" | "appeal" | "upholdAppeal" | "rejectAppeal" | "hold" | "lift" | "skip";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeActionInput"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeActed"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    inbox: {
        parameters: {
            query?: {
                /** @description 每页最多多少项 */
                limit?: number;
                /** @description 上一页的 nextCursor，原样带回 */
                cursor?: string;
                /** @description 导出全部符合条件的内容为文件；不填则按页返回 */
                format?: "csv" | "xlsx" | "json" | "jsonl";
                /** @description 排序；前加 - 为倒序 */
                sort?: "deliveredAt" | "-deliveredAt";
                /** @description 未读 */
                unread?: string;
                /** @description 送达时间（不早于） */
                deliveredFrom?: string;
                /** @description 送达时间（早于） */
                deliveredBefore?: string;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：id, kind, title, body, subjectKind, subjectId, noticeId, productId, deliveredAt, readAt */
                fields?: ("id" | "kind" | "title" | "body" | "subjectKind" | "subjectId" | "noticeId" | "productId" | "deliveredAt" | "readAt")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxPage"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    markRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkRead"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkedRead"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    calendarYear: {
        parameters: {
            query?: {
                /** @description 年份；不写：今天所在的年份 */
                year?: number;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：calendar, year, today, status, source, years, hours, workingDays, months, holidays, worked, dues, changes, mayAnnounce */
                fields?: ("calendar" | "year" | "today" | "status" | "source" | "years" | "hours" | "workingDays" | "months" | "holidays" | "worked" | "dues" | "changes" | "mayAnnounce")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYear"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    announceCalendar: {
        parameters: {
            query?: never;
            header: {
                /** @description 1 至 200 个可见字符；一次办理意图用一个，重试时不变：同一请求只办一次，重复的得到同一答复 */
                "Idempotency-Key"?: string;
                /** @description 所见内容的 ETag，原样带回；已被他人改动的答 412 */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnounceCalendar"];
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarAnnounced"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    ladders: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：name, label, group, cause, gate, duties, startAt, together, paused, reminders, rungs */
                fields?: ("name" | "label" | "group" | "cause" | "gate" | "duties" | "startAt" | "together" | "paused" | "reminders" | "rungs")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderList"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    ladderCourse: {
        parameters: {
            query: {
                /** @description 逾期的时限 */
                due: string;
                /** @description 须人签发的文书何时签发：当即、限期届满时、一直不签发 */
                issued?: "promptly" | "atLimit" | "never";
                /** @description 逾期后第几个工作日（12:00）办妥；不写：一直不办 */
                cured?: number;
                /** @description 文书签发后第几个工作日（12:00）书面回复；不写：一直不回复 */
                answered?: number;
                /** @description 此前同一季度（年）已有几张 */
                cards?: number;
                /** @description 落后序时进度的百分点 */
                lag?: number;
                /** @description 任务的重要程度 */
                importance?: string;
                /** @description 申诉：逾期后第几个工作日；不写：不申诉 */
                appealed?: number;
                /** @description 认定申诉：逾期后第几个工作日；不写：一直不认定 */
                decided?: number;
                /** @description 申诉的认定结果 */
                decision?: "upheld" | "rejected";
                /** @description 阶梯因何中途停下；不写：不停 */
                stop?: "held" | "suspended" | "waiting" | "paused";
                /** @description 从逾期后第几个工作日（12:00）起停下 */
                from?: number;
                /** @description 停到逾期后第几个工作日；不写：停一个工作日 */
                until?: number;
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：ladder, label, dueAt, moments, end, may */
                fields?: ("ladder" | "label" | "dueAt" | "moments" | "end" | "may")[];
            };
            header?: never;
            path: {
                /** @description 阶梯的名称 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LadderCourse"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    systemHealth: {
        parameters: {
            query?: {
                /** @description 只要这些字段，以逗号分隔；不填则全部。可用：at, rehearsal, checks, findings, parts, processes */
                fields?: ("at" | "rehearsal" | "checks" | "findings" | "parts" | "processes")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemHealth"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
    description: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    "Content-Language": components["headers"]["Content-Language"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["ProblemDefault"];
        };
    };
}

/** Every code that a problem can have. */
export type ProblemCode =
  | 'RequestInvalid'
  | 'RequestUnreadable'
  | 'FieldUnknown'
  | 'TooManyRequests'
  | 'RequestTooLarge'
  | 'IdempotencyKeyMissing'
  | 'IdempotencyKeyReused'
  | 'AnswerShownOnce'
  | 'IfMatchMissing'
  | 'VersionConflict'
  | 'NotFound'
  | 'SubjectNotFound'
  | 'MethodNotAllowed'
  | 'CursorInvalid'
  | 'TooManyExports'
  | 'TooManyStreams'
  | 'BatchItemTwice'
  | 'SessionMissing'
  | 'SessionOver'
  | 'KeyUnknown'
  | 'SignInRefused'
  | 'PasswordRefused'
  | 'PasswordTooWeak'
  | 'PasswordLeaked'
  | 'PasswordGuessable'
  | 'SecondFactorNeeded'
  | 'SecondFactorRefused'
  | 'SecondFactorOn'
  | 'SecondFactorOff'
  | 'TooManyTokens'
  | 'TokenOver'
  | 'TokenScopeMissing'
  | 'SecondFactorMustBegin'
  | 'PasswordMustChange'
  | 'CsrfTokenWrong'
  | 'CrossSiteRequest'
  | 'NotPermitted'
  | 'AccessRequestOpen'
  | 'AccessRequestNone'
  | 'AccessRequestNotYours'
  | 'DelegationNotHeld'
  | 'DelegationOutside'
  | 'DelegationApart'
  | 'DelegationSpan'
  | 'DelegationThere'
  | 'DelegationNotYours'
  | 'DelegationOver'
  | 'AccountLeft'
  | 'AccountUnchanged'
  | 'AccountUnitUnknown'
  | 'AccountBarred'
  | 'AccountNotBarred'
  | 'OwnAccount'
  | 'AdministratorAccount'
  | 'OfficesApart'
  | 'UsernameTaken'
  | 'RoleScopeWrong'
  | 'RoleHeld'
  | 'RoleNotHeld'
  | 'RoleDaysWrong'
  | 'SuccessorWrong'
  | 'ImportUnreadable'
  | 'ProviderUnreachable'
  | 'ProviderRefused'
  | 'ProviderAnswerInvalid'
  | 'ExternalSignInOver'
  | 'ClaimMissing'
  | 'ClaimRefused'
  | 'ExternalPersonUnknown'
  | 'ExternalUnitUnknown'
  | 'ExternalAccountShut'
  | 'ExternalSecondFactorMissing'
  | 'EventNotAllowed'
  | 'OwnReport'
  | 'ReasonMissing'
  | 'NoChangeTooOften'
  | 'SittingIncomplete'
  | 'SittingNotOpen'
  | 'SittingAlreadyFiled'
  | 'SignOffWanted'
  | 'SignOffNotWanted'
  | 'SignOffNotWaiting'
  | 'OwnSignOff'
  | 'ApproverMissing'
  | 'NoticeNotDrafted'
  | 'NoticeNotAgreed'
  | 'NoticeNotIssued'
  | 'LeadMissing'
  | 'DeadlineNotSettable'
  | 'CalendarInvalid'
  | 'CalendarUnchanged'
  | 'PolicyUnchanged'
  | 'PolicyUnknown'
  | 'ProductUnknown'
  | 'ReleaseRefused'
  | 'PublicationEmpty'
  | 'AssessmentExists'
  | 'AssessmentNotOpen'
  | 'ObjectionsClosed'
  | 'ObjectionsOpen'
  | 'ObjectionUndecided'
  | 'ObjectionDecided'
  | 'RecordChanged'
  | 'NothingToReport'
  | 'LadderUnknown'
  | 'LadderPaused'
  | 'LadderNotPaused'
  | 'PauseNotAllowed'
  | 'PauseTooLong'
  | 'UnitUnknown'
  | 'UnitExists'
  | 'UnitNameClaimed'
  | 'UnitAliasUnknown'
  | 'UnitSuccessionInvalid'
  | 'UnitIsNoGroup'
  | 'ExtensionNotAllowed'
  | 'InputInvalid'
  | 'AmendmentUndecided'
  | 'SourceDiffers'
  | 'PlanAlreadyLoaded'
  | 'ReviewNotOpen'
  | 'DrawAlreadyOpen'
  | 'DrawNotOpen'
  | 'PopulationTooSmall'
  | 'RandomnessMissing'
  | 'SamePerson'
  | 'NotIndependent'
  | 'AlreadyVerified'
  | 'AlreadyFound'
  | 'ReviewNotReady'
  | 'SchemeInvalid'
  | 'SchemeMissing'
  | 'ComplianceUnconfirmed'
  | 'PassageInvalid'
  | 'LinkUnknown'
  | 'LinkExpired'
  | 'TooManyCodes'
  | 'CodeExpired'
  | 'CodeWrong'
  | 'JurisdictionUnknown'
  | 'JurisdictionNotBelow'
  | 'JurisdictionNotAbove'
  | 'HandedDownAlready'
  | 'DeadlineLaterThanUpper'
  | 'DemandedMessages'
  | 'LedgerNotTaken'
  | 'EvidenceEmpty'
  | 'EvidenceNameInvalid'
  | 'EvidenceKindUnknown'
  | 'EvidenceKindDiffers'
  | 'EvidenceInfected'
  | 'EvidenceTooMuch'
  | 'EvidenceWithdrawn'
  | 'FilesUnavailable'
  | 'DOCUMENT_TOO_LARGE'
  | 'DOCUMENT_EMPTY'
  | 'DOCUMENT_DAMAGED'
  | 'DOCUMENT_ENCRYPTED'
  | 'DOCUMENT_EXPANDS_TOO_MUCH'
  | 'DOCUMENT_TOO_MANY_ROWS'
  | 'DOCUMENT_TAKES_TOO_LONG'
  | 'DOCUMENT_NEEDS_TOO_MUCH_MEMORY'
  | 'DOCUMENT_KIND_UNKNOWN'
  | 'DOCUMENT_IS_OLD_OFFICE'
  | 'PDF_HAS_NO_TEXT'
  | 'DOCUMENT_NOT_READ'
  | 'DOCUMENTS_WAITING'
  | 'Unexpected'
  | 'AnswerInvalid'
  | 'NotAvailable'
  | 'ProgramOutdated'
  | 'QueueUnavailable'
  | 'DatabaseUnavailable';
