export const unexpected = 'Falls Sie das nicht veranlasst haben, informieren Sie bitte umgehend Ihren Administrator.';
