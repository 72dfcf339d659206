# Un contrato como documento para imprimir. $student es el nombre de un estudiante.
document-button = Como documento
# Lo que está sobre el archivo, sin formato
document-contract-student = Aquí tienes tu contrato como documento, para guardar o imprimir. Contiene todo lo que firmaron, también lo que te ayuda. Tú decides quién lo ve.
document-contract-teacher = Aquí está el contrato de { $student } como documento, para imprimir o guardar. También dice qué le ayuda, así que no es para la clase.
# En lugar del archivo
document-not-given = No pude darte el archivo. Puede que tu escuela todavía no me deje enviar archivos: un administrador puede cambiarlo. Para leer el contrato aquí, escribe /accord contract.
refusal-document-not-signed = Todavía no hay nada que imprimir. Será un documento cuando estén las dos firmas.

# Cómo se llama el archivo
document-contract-file = contrato-de-aprendizaje.pdf
# En la página
document-contract-heading = Contrato de aprendizaje de { $student }
document-student = *Estudiante:* { $name }
document-class = *Clase:* { $name }
document-agreed = *Con las dos firmas desde:* { DATETIME($date, dateStyle: "long") }
document-change-waits = Un cambio en este contrato espera una firma. No está en esta página.
document-rest = Todo lo demás
document-signatures = Firmas
document-who = Quién
document-signed = Firmado en Slack
document-by-hand = A mano
document-role-student = Estudiante
document-role-teacher = Docente
# $date es un día, $time una hora
document-signed-at = { DATETIME($date, dateStyle: "long") }, { $time }
# $hash son 64 letras y cifras, $zone el nombre de una zona horaria
document-fingerprint = Huella de este texto: { $hash }. Con una letra distinta sería otra. Las horas son las de { $zone }.
# Al pie de cada página
document-foot = { $classroom } · versión { $number }
document-unshown = [?] está donde no puedo imprimir un signo. En Slack sí se ve.
