// Words of the BPMN editor, Chinese first; those of bpmn-js itself come from bpmn-js-i18n.
window.BpmnWords = {
  'zh-CN': {
    process: '流程', name: '名称', id: '编号', idHint: '小写字母、数字和连字符，如 check-documents',
    idTaken: '编号已被使用', idWrong: '只能用小写字母、数字和连字符，并以字母开头',
    block: '调用的共用流程', parameters: '参数', condition: '条件', isDefault: '默认分支（其他条件都不成立时走这里）',
    conditions: '分支条件', job: '处理程序', retries: '重试次数', headers: '任务头', group: '由谁办理', time: '时限',
    timeHint: '如 P15D（15天）、PT24H（24小时）', add: '添加', remove: '删除', nothing: '点击图上的元素，在这里修改它。',
    key: '名称', value: '值', findings: '检查结果', to: '到',
    kinds: {
      'bpmn:Process': '流程', 'bpmn:StartEvent': '开始', 'bpmn:EndEvent': '结束', 'bpmn:UserTask': '人工步骤',
      'bpmn:ServiceTask': '自动步骤', 'bpmn:CallActivity': '调用共用流程', 'bpmn:ExclusiveGateway': '分支网关',
      'bpmn:SequenceFlow': '连线', 'bpmn:BoundaryEvent': '边界事件', 'bpmn:IntermediateCatchEvent': '等待事件',
      'bpmn:TextAnnotation': '注释', 'bpmn:Task': '任务（请改为人工或自动步骤）',
    },
    settings: {
      paymentTimeout: '缴费时限', firstReminder: '首次催缴', secondReminder: '再次催缴', payMessage: '待缴费通知',
      reviewReminder: '审核提醒', reviewEscalation: '审核升级', rejectedTimeout: '驳回后修改时限', rejectedMessage: '驳回通知',
      autoReceipt: '自动签收', approvedMessage: '审核通过通知', authorisationMessage: '印章授权通知', changeMessage: '状态变更通知',
      changeWarning: '状态变更提醒', checkPromise: '核对到账时限', inboundMessage: '收到介质通知', sessionMessage: '远程处理通知', shippedMessage: '寄出通知', updateMessage: '自助更新通知', state: '订单状态', queue: '工作队列', actor: '办理角色', message: '通知', due: '期限', reason: '原因',
    },
    create: { start: '创建开始事件', end: '创建结束事件', gateway: '创建分支网关', user: '创建人工步骤', service: '创建自动步骤', call: '创建共用流程调用' },
  },
  en: {
    process: 'Process', name: 'Name', id: 'Id', idHint: 'lower-case letters, digits, hyphens, such as check-documents',
    idTaken: 'this id is taken', idWrong: 'only lower-case letters, digits and hyphens, beginning with a letter',
    block: 'Shared block', parameters: 'Parameters', condition: 'Condition', isDefault: 'Default (taken when no other condition holds)',
    conditions: 'Conditions of the ways out', job: 'Job type', retries: 'Retries', headers: 'Headers', group: 'Done by', time: 'Time limit',
    timeHint: 'such as P15D (15 days), PT24H (24 hours)', add: 'Add', remove: 'Remove', nothing: 'Click an element of the diagram to change it here.',
    key: 'Name', value: 'Value', findings: 'Findings', to: 'to',
    kinds: {
      'bpmn:Process': 'Process', 'bpmn:StartEvent': 'Start', 'bpmn:EndEvent': 'End', 'bpmn:UserTask': 'Step done by a person',
      'bpmn:ServiceTask': 'Automatic step', 'bpmn:CallActivity': 'Call of a shared block', 'bpmn:ExclusiveGateway': 'Gateway',
      'bpmn:SequenceFlow': 'Flow', 'bpmn:BoundaryEvent': 'Boundary event', 'bpmn:IntermediateCatchEvent': 'Waiting event',
      'bpmn:TextAnnotation': 'Note', 'bpmn:Task': 'Task (make it a user or service task)',
    },
    settings: {
      paymentTimeout: 'Time to pay', firstReminder: 'First reminder', secondReminder: 'Second reminder', payMessage: 'Message: please pay',
      reviewReminder: 'Reminder to review', reviewEscalation: 'Escalation of review', rejectedTimeout: 'Time to correct', rejectedMessage: 'Message: rejected',
      autoReceipt: 'Automatic receipt', approvedMessage: 'Message: approved', authorisationMessage: 'Message: seal authorisation', changeMessage: 'Message: state changed',
      changeWarning: 'Warning before it is late', checkPromise: 'Time to check the transfer', inboundMessage: 'Message: key arrived', sessionMessage: 'Message: remote session', shippedMessage: 'Message: shipped', updateMessage: 'Message: update', state: 'State of the order', queue: 'Work queue', actor: 'Role', message: 'Message', due: 'Due', reason: 'Reason',
    },
    create: { start: 'Create start event', end: 'Create end event', gateway: 'Create gateway', user: 'Create step done by a person', service: 'Create automatic step', call: 'Create call of a shared block' },
  },
};
window.BpmnChinese = Object.assign(window.BpmnChinese || {}, {
  'Change element': '更改元素', 'Align elements': '对齐元素', 'Toggle non-interrupting': '切换是否中断', 'Append text annotation': '添加注释',
  'Append element': '添加后续元素', 'Create element': '创建元素', 'Exclusive gateway': '分支网关', 'User task': '人工步骤', 'Service task': '自动步骤',
  'Call activity': '调用共用流程', 'Distribute elements horizontally': '水平均匀分布', 'Distribute elements vertically': '垂直均匀分布',
});
